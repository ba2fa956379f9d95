package dev.charmsignals.postgresql;

/** What can happen to a relation to a database, and the name it is kept under while deferred. */
enum Happening {
  JOINED("database-relation-joined"),
  MASTER_AVAILABLE("master-available"),
  MASTER_CHANGED("master-changed"),
  MASTER_GONE("master-gone"),
  STANDBY_AVAILABLE("standby-available"),
  STANDBY_CHANGED("standby-changed"),
  STANDBY_GONE("standby-gone"),
  AVAILABLE("database-available"),
  CHANGED("database-changed"),
  GONE("database-gone"),
  BROKEN("database-relation-broken");

  private final String eventName;

  Happening(String eventName) {
    this.eventName = eventName;
  }

  String eventName() {
    return eventName;
  }
}
