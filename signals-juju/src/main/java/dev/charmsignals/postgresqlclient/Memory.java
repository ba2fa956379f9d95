package dev.charmsignals.postgresqlclient;

import dev.charmsignals.hash.Fingerprint;
import dev.charmsignals.model.HookSession;
import dev.charmsignals.model.Relation;

/**
 * What was told of the relations of one endpoint, in charm state, so that it counts only if the
 * hook succeeds, and no bag has to hold it.
 */
final class Memory {

  private final HookSession session;
  private final String prefix;

  Memory(HookSession session, String endpoint) {
    this.session = session;
    // The dot keeps it apart from what is kept for signals of the endpoint, whose name has none.
    this.prefix = "charm-signals/.postgresql-client/".concat(endpoint).concat("/");
  }

  Remembered of(Relation relation) {
    return Remembered.of(session.state().get(key(relation.id().number())).orElse(""));
  }

  void keep(Relation relation, Remembered now) {
    session.state().put(key(relation.id().number()), now.text());
  }

  void forget(Relation relation) {
    session.state().remove(key(relation.id().number()));
  }

  /**
   * Returns what stands for a text that may be a secret. What two relations or two units have in
   * common is kept as something else of each.
   */
  String fingerprint(Relation relation, String text) {
    return Fingerprint.of(
        String.join(
            "\n",
            session.environment().modelUuid().orElse(""),
            session.environment().unit().value(),
            relation.id().toString(),
            text));
  }

  private String key(int relation) {
    return prefix.concat(Integer.toString(relation));
  }
}
