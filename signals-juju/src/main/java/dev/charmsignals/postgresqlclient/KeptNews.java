package dev.charmsignals.postgresqlclient;

import dev.charmsignals.event.OwnEvent;
import dev.charmsignals.model.Relation;
import dev.charmsignals.postgresql.Notice;
import java.util.Objects;

/**
 * What is kept of news while they are deferred: what they are about, and no secrets.
 *
 * @param notice which relation they are about
 * @param status what the provider said of itself; with code 0 if they are not about that
 */
record KeptNews(Notice notice, ProviderStatus status) implements OwnEvent {

  KeptNews {
    Objects.requireNonNull(notice, "notice"); // either is missing in edited charm state
    Objects.requireNonNull(status, "status");
  }

  static KeptNews of(Relation relation) {
    return of(relation, 0);
  }

  static KeptNews of(Relation relation, int code) {
    return of(relation, new ProviderStatus(code, "", ""));
  }

  static KeptNews of(Relation relation, ProviderStatus status) {
    return new KeptNews(Notice.of(relation), status);
  }
}
