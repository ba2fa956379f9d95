package dev.charmsignals.postgresql;

import dev.charmsignals.json.MalformedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Where a PostgreSQL database is and how to get in: the parts of a libpq connection string.
 *
 * <p>Immutable. It is read from, and written in, the two forms that libpq has, by libpq's rules:
 * {@link #conninfo()} and {@link #uri()}. Java's driver gets {@link #jdbcUrl()} with {@link
 * #jdbcProperties()}, or is used at once through {@link #dataSource()}.
 *
 * <p>Two are equal if they mean the same: neither order, quoting and form of the text matter, nor
 * how an address is spelt, nor whether a default is written out (a port of 5432, a database that is
 * named as the user). An empty part is no part. Sorted by that meaning as text.
 *
 * <p>Text with the password in it comes out of {@link #conninfo()}, {@link #uri()}, {@link
 * #values()}, {@link #password()} and {@link #jdbcProperties()} only; {@link #toString()} and
 * exceptions are safe to be logged.
 */
public final class ConnectionString implements Comparable<ConnectionString> {

  /** The longest text that is read, in characters. */
  public static final int MAX_LENGTH = 16 << 10;

  private static final ConnectionString EMPTY = of(Map.of());

  private final SortedMap<String, String> values;
  private final Endpoints endpoints;
  private final String meaning;

  private ConnectionString(Map<String, String> pairs) throws MalformedException {
    values = Parts.checked(pairs);
    endpoints = Endpoints.of(values);
    meaning = KeyValueText.write(Parts.meaning(values, endpoints));
  }

  /** Returns the one without parts, to begin with. */
  public static ConnectionString empty() {
    return EMPTY;
  }

  /**
   * Reads a connection string that the charm's author or operator wrote, in either form.
   *
   * @throws ConnectionStringException if it is none, without repeating it
   */
  public static ConnectionString parse(String text) {
    try {
      return read(text);
    } catch (MalformedException e) {
      throw new ConnectionStringException(e.reason());
    }
  }

  /**
   * Reads a connection string that somebody else wrote, such as the other side of a relation.
   *
   * <p>Keywords that libpq does not know are kept: each version knows others.
   *
   * @throws MalformedException if it is none, or longer than {@link #MAX_LENGTH}; the reason can be
   *     logged
   */
  public static ConnectionString read(String text) throws MalformedException {
    if (text.length() > MAX_LENGTH) {
      throw new MalformedException("longer than " + MAX_LENGTH + " characters");
    }
    return new ConnectionString(UriText.isOne(text) ? UriText.read(text) : KeyValueText.read(text));
  }

  /**
   * Takes a list of connection strings apart, as a relation has it in one value: one on each line,
   * or separated by commas as newer servers do. Each is then to be {@link #read(String) read}.
   */
  public static List<String> split(String list) {
    return ListText.split(list);
  }

  /**
   * Makes one from its parts, by libpq's keywords. Empty values are left out.
   *
   * @throws ConnectionStringException if the parts do not go together
   */
  public static ConnectionString of(Map<String, String> values) {
    try {
      return new ConnectionString(values);
    } catch (MalformedException e) {
      throw new ConnectionStringException(e.reason());
    }
  }

  /** Returns this one with another value for the keyword; an empty value removes it. */
  public ConnectionString with(String keyword, String value) {
    return with(Map.of(keyword, value));
  }

  /** Returns this one with other values for the keywords; an empty value removes its keyword. */
  public ConnectionString with(Map<String, String> others) {
    SortedMap<String, String> changed = new TreeMap<>(values);
    changed.putAll(others);
    return of(changed);
  }

  /** Returns this one with other servers, in the order in which they are to be tried. */
  public ConnectionString withServers(List<Server> servers) {
    List<String> hosts = new ArrayList<>();
    List<String> ports = new ArrayList<>();
    for (Server server : servers) {
      hosts.add(server.host());
      ports.add(Integer.toString(server.port()));
    }
    return with(
        Map.of("host", String.join(",", hosts), "hostaddr", "", "port", String.join(",", ports)));
  }

  /** Returns this one for clients that may end at such a server only. */
  public ConnectionString withTarget(TargetSession target) {
    return with("target_session_attrs", target.libpq());
  }

  /**
   * Returns the servers, in the order in which they are tried; a single one with an empty host if
   * none is named.
   */
  public List<Server> servers() {
    return endpoints.servers();
  }

  /** Returns the database; it is named as the user where no name is given, as libpq has it. */
  public Optional<String> database() {
    String name = values.get("dbname");
    return name == null ? user() : Optional.of(name);
  }

  /** Returns the user to log in as. */
  public Optional<String> user() {
    return value("user");
  }

  /** Returns the password; not to be logged. */
  public Optional<String> password() {
    return value("password");
  }

  /** Returns the value of one of libpq's keywords, if it is given and not empty. */
  public Optional<String> value(String keyword) {
    return Optional.ofNullable(values.get(keyword));
  }

  /** Returns all parts by their keywords, sorted, the password among them. */
  public SortedMap<String, String> values() {
    return values;
  }

  /** Returns {@code dbname=d host=h password='two words'}: sorted, and with the password. */
  public String conninfo() {
    return KeyValueText.write(values);
  }

  /** Returns {@code postgresql://user:password@host:port/dbname?keyword=value}. */
  public String uri() {
    return UriWriter.write(values);
  }

  /**
   * Returns {@code jdbc:postgresql://host:port/dbname}, of use with {@link #jdbcProperties()}.
   *
   * <p>The driver connects to no Unix sockets: a server of that kind stays a host that cannot be
   * found.
   */
  public String jdbcUrl() {
    return Jdbc.url(database(), values, endpoints);
  }

  /**
   * Returns what the driver needs beside the URL, the password among it, under the driver's names.
   *
   * <p>Only what libpq has a keyword for is handed on, so nobody can have the driver load a class
   * of their choice by a property of the driver's own.
   */
  public Properties jdbcProperties() {
    return Jdbc.properties(values);
  }

  /**
   * Returns a source of connections by the driver {@code org.postgresql:postgresql}, without a
   * pool. Nothing is connected yet.
   *
   * @throws MissingDriverException if the charm does not bring the driver
   */
  public DataSource dataSource() {
    try {
      return Driver.dataSource(jdbcUrl(), jdbcProperties());
    } catch (NoClassDefFoundError e) {
      throw new MissingDriverException(e);
    }
  }

  /** Returns a text that is the same for those that mean the same, with the password in it. */
  String meaning() {
    return meaning;
  }

  @Override
  public int compareTo(ConnectionString other) {
    return meaning.compareTo(other.meaning);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ConnectionString that && meaning.equals(that.meaning);
  }

  @Override
  public int hashCode() {
    return meaning.hashCode();
  }

  /** Returns the parts without those that could be secret, for logs and messages. */
  @Override
  public String toString() {
    return Parts.masked(values);
  }
}
