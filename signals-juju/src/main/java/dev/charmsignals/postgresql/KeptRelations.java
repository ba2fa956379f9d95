package dev.charmsignals.postgresql;

import dev.charmsignals.model.HookSession;
import dev.charmsignals.model.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The relations of one endpoint that something is remembered of, each with a text. It is charm
 * state, so it counts only if the hook succeeds.
 */
final class KeptRelations {

  private final HookSession session;
  private final String endpoint;
  private final String prefix;

  KeptRelations(HookSession session, String endpoint) {
    this.session = session;
    this.endpoint = endpoint;
    // The dot keeps it apart from what is kept for signals of the endpoint, whose name has none.
    this.prefix = "charm-signals/.postgresql/".concat(endpoint).concat("/");
  }

  /** Returns what is remembered of a relation; empty if nothing is. */
  Optional<String> textOf(int relation) {
    return session.state().get(key(relation));
  }

  void keep(int relation, String text) {
    session.state().put(key(relation), text);
  }

  void forget(int relation) {
    session.state().remove(key(relation));
  }

  /**
   * Returns those that are not there any more. In update-status, which Juju runs only when no
   * relation's hook is due, these went without their last hook: they were removed by force, or
   * somebody had the hook skipped. Asks for the endpoint's relations if anything is remembered.
   */
  List<Relation> lost() {
    List<Relation> lost = new ArrayList<>();
    for (String key : session.state().keys(prefix)) {
      Optional<Relation> relation = relationOf(key);
      if (relation.isEmpty()) {
        session.state().remove(key); // somebody edited charm state
      } else if (relation.get().isBroken()) {
        lost.add(relation.get());
      }
    }
    return lost;
  }

  private Optional<Relation> relationOf(String key) {
    try {
      int number = Integer.parseInt(key.substring(prefix.length()));
      return key.equals(key(number))
          ? Optional.of(session.findRelation(endpoint, number, ""))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private String key(int relation) {
    return prefix.concat(Integer.toString(relation));
  }
}
