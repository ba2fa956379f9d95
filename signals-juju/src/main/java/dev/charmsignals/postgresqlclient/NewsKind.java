package dev.charmsignals.postgresqlclient;

/** The kinds of news, and the names they are kept under while deferred. */
enum NewsKind {
  CREDENTIALS_CHANGED("credentials-changed"),
  ENTITY_CREATED("entity-created"),
  PREFIX_DATABASES_CHANGED("prefix-databases-changed"),
  ALIAS_CHANGED("alias-changed"),
  STATUS_RAISED("status-raised"),
  STATUS_RESOLVED("status-resolved");

  private final String eventName;

  NewsKind(String eventName) {
    this.eventName = eventName;
  }

  String eventName() {
    return eventName;
  }
}
