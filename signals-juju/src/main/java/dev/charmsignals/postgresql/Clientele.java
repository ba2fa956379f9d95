package dev.charmsignals.postgresql;

import dev.charmsignals.event.HookEvent;
import dev.charmsignals.event.LifecycleEvent;
import dev.charmsignals.model.HookSession;
import dev.charmsignals.model.Relation;
import java.util.ArrayList;
import java.util.List;

/**
 * The clients of one endpoint that a provider has seen and not released yet; every provider has
 * one, on every unit. Used by the hook's only thread.
 *
 * <p>They are remembered in charm state, each with its application's name, so that a client whose
 * relation went without a broken hook is released, too: once, and again only if the hook fails.
 */
public final class Clientele {

  private final HookSession session;
  private final String endpoint;
  private final KeptRelations kept;

  /** Creates it for a provider's endpoint. */
  public Clientele(HookSession session, String endpoint) {
    this.session = session;
    this.endpoint = endpoint;
    this.kept = new KeptRelations(session, endpoint);
  }

  /**
   * Returns whether a hook is one in which a provider welcomes all clients that are there: an older
   * charm may have known of none, and the hook in which a relation was created may have been
   * skipped. Elsewhere it would cost other hooks a reading of charm state.
   */
  public static boolean isCountedIn(HookEvent event) {
    return event instanceof LifecycleEvent.UpgradeCharm
        || event instanceof LifecycleEvent.UpdateStatus;
  }

  /**
   * Notes that a client is there: when its relation is created, when it is told of, and in hooks in
   * which {@link #isCountedIn all are counted}. Asks for its application unless it is known, or the
   * hook is its relation's.
   */
  public void welcome(Relation relation) {
    int number = relation.id().number();
    if (!relation.isBroken() && kept.textOf(number).isEmpty()) {
      kept.keep(number, relation.application());
    }
  }

  /** Forgets a client, whose relation is gone. */
  public void dismiss(Relation relation) {
    kept.forget(relation.id().number());
  }

  /**
   * Returns the relations of those clients that are gone and were not dismissed, to be released as
   * in their broken hooks. Only in update-status no broken hook can be due for them any more.
   */
  public List<Relation> lost() {
    List<Relation> lost = new ArrayList<>();
    for (Relation relation : kept.lost()) {
      int number = relation.id().number();
      lost.add(session.findRelation(endpoint, number, kept.textOf(number).orElse("")));
    }
    return lost;
  }
}
