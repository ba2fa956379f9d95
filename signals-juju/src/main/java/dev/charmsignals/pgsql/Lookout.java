package dev.charmsignals.pgsql;

import dev.charmsignals.event.Events;
import dev.charmsignals.event.Handler;
import dev.charmsignals.event.HookEvent;
import dev.charmsignals.event.LifecycleEvent;
import dev.charmsignals.event.Observers;
import dev.charmsignals.event.RelationEvent;
import dev.charmsignals.event.RelationEvents;
import dev.charmsignals.model.HookSession;
import dev.charmsignals.model.Relation;
import dev.charmsignals.postgresql.Announcer;
import dev.charmsignals.postgresql.DatabaseRelations;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * Looks at the servers of one endpoint in every hook that could have changed what they grant. One
 * object handles them all, because a lambda for each would cost every hook of the charm.
 */
final class Lookout implements Handler<HookEvent> {

  private final HookSession session;
  private final String endpoint;
  private final Requests requests;
  private final Announcer announcer;
  private final DatabaseRelations servers;

  Lookout(
      HookSession session,
      String endpoint,
      Requests requests,
      Announcer announcer,
      DatabaseRelations servers) {
    this.session = session;
    this.endpoint = endpoint;
    this.requests = requests;
    this.announcer = announcer;
    this.servers = servers;
  }

  void observe(Observers observers, Events events, Optional<String> peers) {
    RelationEvents relation = events.relation(endpoint);
    observers.observe(relation.joined(), this);
    observers.observe(relation.changed(), this);
    observers.observe(relation.broken(), this);
    observers.observe(events.upgradeCharm(), this);
    observers.observe(events.leaderElected(), this);
    observers.observe(events.configChanged(), this);
    observers.observe(events.updateStatus(), this);
    if (peers.isPresent()) {
      observers.observe(events.relation(peers.get()).changed(), this);
    }
  }

  @Override
  public void handle(HookEvent event) {
    if (event instanceof RelationEvent.Joined joined) {
      requests.mirror(joined.relation());
      announcer.joined(joined);
    } else if (event instanceof RelationEvent.Broken broken) {
      requests.forget(broken.relation());
      announcer.broken(broken);
    } else if (event instanceof RelationEvent.Changed changed
        && changed.relation().endpoint().equals(endpoint)) {
      changed(changed);
    } else {
      if (event instanceof LifecycleEvent.UpgradeCharm) {
        takeOver();
      }
      lookAtAll();
      if (event instanceof LifecycleEvent.UpdateStatus) {
        missTheLost();
      }
    }
  }

  private void changed(RelationEvent.Changed event) {
    if (!announcer.knows(event.relation())) {
      // As for a unit that comes late: what the server's application has said is told first.
      LoggerFactory.getLogger(PostgreSqlClient.class)
          .info("Relation {} changed before a unit joined; waiting for one", event.relation());
      return;
    }
    requests.mirror(event.relation());
    announcer.changed(servers.of(event.relation()), event);
  }

  /** An older charm may have had no client, or another one, and heard of the joining. */
  private void takeOver() {
    requests.beginMigration();
    for (Relation relation : session.relations(endpoint)) {
      if (!announcer.knows(relation) && !relation.units().isEmpty()) {
        requests.mirror(relation);
        announcer.joined(relation);
      }
    }
  }

  /** Who leads, what the leader told its peers and where this unit is decide as much as bags do. */
  private void lookAtAll() {
    boolean known = true;
    for (Relation relation : session.relations(endpoint)) {
      requests.mirror(relation);
      known &= requests.of(relation).isPresent();
      if (announcer.knows(relation)) {
        announcer.changed(servers.of(relation));
      }
    }
    requests.endMigration(known);
  }

  private void missTheLost() {
    for (Relation relation : announcer.lost()) {
      requests.forget(relation);
      announcer.broken(relation);
    }
  }
}
