package dev.charmsignals.examples.postgresqlserver;

import java.sql.SQLException;
import java.util.Optional;

/**
 * Makes accounts on the primary, in SQL that can be run again after a hook that failed half way.
 *
 * <p>Names come from charms that nobody here has written: all are quoted, and none gives a client
 * what was not made for clients.
 */
final class Accounts {

  /** What marks a role as one that clients may ask for. */
  private static final String FOR_CLIENTS = "for clients of the charm";

  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  private final Cluster cluster;

  Accounts(Cluster cluster) {
    this.cluster = cluster;
  }

  /** Makes what is missing of an account, and sets its password. */
  void open(Account account) throws SQLException {
    try (Sql sql = Sql.connect(cluster.administrator("postgres"))) {
      makeRole(sql, account.owner(), "nologin");
      makeRole(sql, account.user(), "login");
      String user = sql.name(account.user());
      String owner = sql.name(account.owner());
      // What is stored of a password is computed here, so that none ends up in the server's log.
      sql.driver().alterUserPassword(account.user(), account.password().toCharArray(), null);
      sql.run("alter role " + user + " login");
      sql.run("grant " + owner + " to " + user);
      // So what the user makes belongs to the application.
      sql.run("alter role " + user + " set role to " + owner);
      for (String role : account.requirements().roles()) {
        grant(sql, role, owner);
      }
      makeDatabase(sql, account);
    }
    extend(account);
  }

  /** Lets nobody log in as the user, or as one of its several, any more; what they wrote stays. */
  void close(String user) throws SQLException {
    try (Sql sql = Sql.connect(cluster.administrator("postgres"))) {
      Optional<String> statements =
          sql.find(
              "select string_agg(format('alter role %I nologin', rolname), ';')"
                  + " from pg_roles, (select ?::text) as closed (name)"
                  + " where rolname = name or starts_with(rolname, name || '-')",
              user);
      if (statements.isPresent()) {
        sql.run(statements.get());
      }
    }
  }

  private static void makeRole(Sql sql, String role, String kind) throws SQLException {
    Optional<String> comment = comment(sql, role);
    if (comment.isEmpty()) {
      sql.run("create role " + sql.name(role) + " " + kind);
    } else if (comment.get().equals(FOR_CLIENTS)) {
      // Others may be members of it by now, and would be of what is made here.
      throw new SQLException("The role is one for clients", INSUFFICIENT_PRIVILEGE);
    }
  }

  /** Grants a role that was made for clients, and none of those that PostgreSQL or others made. */
  private static void grant(Sql sql, String role, String owner) throws SQLException {
    if (role.startsWith("app-") || role.startsWith("relation-")) {
      // Of an account, which may be made later only.
      throw new SQLException("The role is not for clients", INSUFFICIENT_PRIVILEGE);
    }
    Optional<String> comment = comment(sql, role);
    if (comment.isEmpty()) {
      sql.run("create role " + sql.name(role) + " nologin");
      sql.run("comment on role " + sql.name(role) + " is " + sql.text(FOR_CLIENTS));
    } else if (!comment.get().equals(FOR_CLIENTS)) {
      throw new SQLException("The role is not for clients", INSUFFICIENT_PRIVILEGE);
    }
    sql.run("grant " + sql.name(role) + " to " + owner);
  }

  /** Returns what a role's comment says; empty if there is no such role. */
  private static Optional<String> comment(Sql sql, String role) throws SQLException {
    return sql.find(
        "select coalesce(shobj_description(oid, 'pg_authid'), '') from pg_roles"
            + " where rolname = ?",
        role);
  }

  private static void makeDatabase(Sql sql, Account account) throws SQLException {
    Optional<String> owner =
        sql.find(
            "select pg_get_userbyid(datdba) from pg_database where datname = ?",
            account.database());
    if (owner.isEmpty()) {
      String database = sql.name(account.database());
      sql.run("create database " + database + " owner " + sql.name(account.owner()));
      sql.run("revoke all on database " + database + " from public");
    } else if (!owner.get().equals(account.owner())) {
      throw new SQLException("The database belongs to somebody else", INSUFFICIENT_PRIVILEGE);
    }
  }

  /** As the client itself, so that PostgreSQL lets it have those extensions that it trusts only. */
  private void extend(Account account) throws SQLException {
    if (account.requirements().extensions().isEmpty()) {
      return;
    }
    try (Sql sql = Sql.connect(cluster.login(account, cluster.primary().orElseThrow()))) {
      for (String extension : account.requirements().extensions()) {
        int colon = extension.indexOf(':');
        String name = colon < 0 ? extension : extension.substring(0, colon);
        String schema = colon < 0 ? "" : " schema " + sql.name(extension.substring(colon + 1));
        sql.run("create extension if not exists " + sql.name(name) + schema);
      }
    }
  }
}
