package dev.charmsignals.statuspool;

import dev.charmsignals.CharmSignalsException;
import dev.charmsignals.model.StatusText;
import java.util.List;

/** A status pool is declared or used in a way that cannot work; the author's to fix. */
public final class StatusPoolException extends CharmSignalsException {

  private final String pool;
  private final String culprit;

  private StatusPoolException(String pool, String culprit, String message) {
    super(message);
    this.pool = pool;
    this.culprit = culprit;
  }

  /** Returns the key of the pool. */
  public String pool() {
    return pool;
  }

  /** Returns the key of the member that is the matter, or that of the pool. */
  public String culprit() {
    return culprit;
  }

  static StatusPoolException taken(String pool) {
    return new StatusPoolException(
        pool,
        pool,
        "Two status pools are kept under \"%s\"; give one a key of its own, as in".formatted(pool)
            + " new MyPool(context, \"%s-2\")".formatted(pool));
  }

  static StatusPoolException badName(String pool, String kind, String name) {
    return new StatusPoolException(
        pool,
        name,
        "The %s \"%s\" in status pool \"%s\" cannot be shown or kept; use text on one line, such as"
                .formatted(kind, StatusText.fit(name.replace("\n", "\\n")), pool)
            + " \"workload\"");
  }

  static StatusPoolException duplicate(String pool, String key) {
    return new StatusPoolException(
        pool,
        key,
        "Status pool \"%s\" has a member \"%s\" already; use another key, redeclare(\"%s\") in a subclass"
                .formatted(pool, key, key)
            + " of the pool, or track(\"%s\") for a member that may be there".formatted(key));
  }

  static StatusPoolException notDeclared(String pool, String key) {
    return new StatusPoolException(
        pool,
        key,
        "Member \"%s\" of status pool \"%s\" is redeclared, and no superclass declares it; use"
                .formatted(key, pool)
            + " member(\"%s\")".formatted(key));
  }

  static StatusPoolException late(String pool, String key) {
    return new StatusPoolException(
        pool,
        key,
        "Member \"%s\" of status pool \"%s\" is declared or tied too late: do so while the charm is"
                .formatted(key, pool)
            + " constructed, or add(\"%s\") a dynamic member".formatted(key));
  }

  static StatusPoolException early(String pool) {
    return new StatusPoolException(
        pool,
        pool,
        "Status pool \"%s\" is used while the charm is constructed, which happens in every hook; set"
                .formatted(pool)
            + " and ask statuses in a handler, such as that of on().start()");
  }

  static StatusPoolException priority(String pool, String key, double priority) {
    return new StatusPoolException(
        pool,
        key,
        "Member \"%s\" of status pool \"%s\" has priority %s; use one over 0 and at most 100, such as 1"
                .formatted(key, pool, priority)
            + " for the most important");
  }

  static StatusPoolException mixed(String pool, String key, String first) {
    return new StatusPoolException(
        pool,
        key,
        "In status pool \"%s\" only one of the members \"%s\" and \"%s\" has a priority; give one to every"
                .formatted(pool, first, key)
            + " member, as in member(\"%s\", 10), or to none".formatted(key));
  }

  static StatusPoolException declared(String pool, String key) {
    return new StatusPoolException(
        pool,
        key,
        "Member \"%s\" of status pool \"%s\" is declared and cannot be removed; unset() makes it unknown"
            .formatted(key, pool));
  }

  static StatusPoolException absent(String pool, String key, List<String> present) {
    return new StatusPoolException(
        pool,
        key,
        "Status pool \"%s\" has no member \"%s\"; it has %s. add(\"%s\") adds one"
            .formatted(pool, key, present, key));
  }

  static StatusPoolException nestedTwice(String pool, String key) {
    return new StatusPoolException(
        pool,
        key,
        "Status pool \"%s\" is nested in member \"%s\" and cannot be nested again, nor hold what holds it"
            .formatted(pool, key));
  }
}
