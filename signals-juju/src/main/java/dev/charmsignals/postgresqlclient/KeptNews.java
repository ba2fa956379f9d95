package dev.charmsignals.postgresqlclient;

import dev.charmsignals.event.OwnEvent;
import dev.charmsignals.model.Relation;

/**
 * What is kept of news while they are deferred: what they are about, and no secrets.
 *
 * @param relation Juju's number of the relation
 * @param application the provider's application
 * @param code the code of a provider's status, or 0
 * @param message what the provider said
 * @param resolution what the provider said can be done
 */
record KeptNews(int relation, String application, int code, String message, String resolution)
    implements OwnEvent {

  static KeptNews of(Relation relation) {
    return of(relation, 0);
  }

  static KeptNews of(Relation relation, int code) {
    return of(relation, new ProviderStatus(code, "", ""));
  }

  static KeptNews of(Relation relation, ProviderStatus status) {
    return new KeptNews(
        relation.id().number(),
        relation.application(),
        status.code(),
        status.message(),
        status.resolution());
  }

  ProviderStatus status() {
    return new ProviderStatus(code, message, resolution);
  }
}
