package dev.charmsignals.postgresqlclient;

import dev.charmsignals.event.Handler;
import dev.charmsignals.event.HookEvent;
import dev.charmsignals.event.LifecycleEvent;
import dev.charmsignals.event.RelationEvent;
import dev.charmsignals.model.HookSession;
import dev.charmsignals.model.Relation;
import dev.charmsignals.postgresql.Announcer;
import org.slf4j.LoggerFactory;

/**
 * Looks at all relations of the endpoint in every hook that it observes, has the leader ask for
 * what is not asked for yet, and tells the charm how they differ from what it was told last. Hooks
 * are hints only: whatever was missed is found in the next one.
 */
final class Lookout implements Handler<HookEvent> {

  private final HookSession session;
  private final String endpoint;
  private final Requests requests;
  private final Databases databases;
  private final ClientSettings settings;
  private final Announcer announcer;
  private final NewsTeller news;
  private final Memory memory;

  Lookout(
      HookSession session,
      String endpoint,
      Requests requests,
      Databases databases,
      ClientSettings settings,
      Announcer announcer,
      NewsEvents news) {
    this.session = session;
    this.endpoint = endpoint;
    this.requests = requests;
    this.databases = databases;
    this.settings = settings;
    this.announcer = announcer;
    this.memory = new Memory(session, endpoint);
    this.news = new NewsTeller(news, memory);
  }

  @Override
  public void handle(HookEvent event) {
    if (event instanceof RelationEvent.Broken broken) {
      announcer.broken(broken);
      forget(broken.relation());
    }
    for (Relation relation : session.relations(endpoint)) {
      // In the last hook of a unit that leaves Juju still lists it, as it lives on for the others.
      if (!relation.isBroken()) {
        look(relation, event);
      }
    }
    if (settings.hasTooFewAliases()) {
      LoggerFactory.getLogger(Lookout.class)
          .warn("{} has more relations than aliases; the newest have none", endpoint);
    }
    // Juju runs update-status only when no relation's hook is due, so that none will come for those
    // that are gone by then: they were removed by force.
    if (event instanceof LifecycleEvent.UpdateStatus) {
      for (Relation relation : announcer.lost()) {
        announcer.broken(relation);
        forget(relation);
      }
    }
  }

  private void look(Relation relation, HookEvent event) {
    RelationEvent own =
        event instanceof RelationEvent each
                && each.relation().id().number() == relation.id().number()
            ? each
            : null;
    requests.ensure(relation);
    if (own == null) {
      announcer.joined(relation);
    } else {
      announcer.joined(own);
    }
    Database database = databases.of(relation);
    Facts facts = database.facts();
    if (facts.tls() && !facts.authority().isEmpty()) {
      settings.authorityFile(relation).write(facts.authority());
    }
    Remembered before = memory.of(relation);
    boolean there =
        before.announced() ? database.master().isPresent() : facts.readiness() == Readiness.READY;
    // What is missing may be back soon; only who may not log in any more has lost the database.
    boolean gone = before.announced() && !facts.unclear() && !facts.hasLogin();
    if (there || gone) {
      if (own == null) {
        announcer.changed(database);
      } else {
        announcer.changed(database, own);
      }
    }
    memory.keep(relation, news.tell(database, facts, before, there, gone));
  }

  private void forget(Relation relation) {
    settings.authorityFile(relation).delete();
    memory.forget(relation);
  }
}
