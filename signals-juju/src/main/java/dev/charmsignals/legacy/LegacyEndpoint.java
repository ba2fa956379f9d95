package dev.charmsignals.legacy;

import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.Events;
import dev.charmsignals.event.Observers;
import dev.charmsignals.event.RelationEvents;
import dev.charmsignals.model.HookSession;
import dev.charmsignals.model.Relation;

/**
 * An endpoint whose other side uses the Python library {@code charms.signals} v0.
 *
 * <pre>{@code
 * private final LegacyEndpoint old = new LegacyEndpoint(context(), "signals");
 * …
 * observe(old.on().received(), this::onReceived);
 * old.emit("restart", "now");
 * }</pre>
 *
 * <p>The format has one slot for each name and writer, so it promises less than signals do: of
 * several signals of one name that are emitted before the other side looks, it hears the last. What
 * comes from the other side is heard as far as the format allows, once from each writer. What
 * stands in a bag when it is read for the first time is not told, because it may be old; see {@link
 * #tellingWhatIsThere}.
 *
 * <p>Made in the charm's constructor, one for each endpoint, on which the charm can have no other
 * signals. Used by the hook's only thread.
 */
public final class LegacyEndpoint {

  private final HookSession session;
  private final String endpoint;
  private final LegacyEvents on;
  private final Look look;
  private final Slots slots;

  /**
   * Creates it.
   *
   * @throws dev.charmsignals.name.UndeclaredEndpointException when the metadata does not declare
   *     the endpoint
   * @throws LegacyException when it is one of peers
   * @throws dev.charmsignals.bus.SignalBindingException when the charm has signals on it already
   */
  public LegacyEndpoint(CharmContext context, String endpoint) {
    this.session = context.session();
    this.endpoint = endpoint;
    session.endpoints().requireDeclared(endpoint);
    if (session.endpoints().isPeer(endpoint)) {
      throw LegacyException.peers(endpoint);
    }
    context.signals().reserve(endpoint);
    Observers observers = context.observers();
    on = observers.bind(new LegacyEvents(session, endpoint), endpoint);
    look = new Look(session, endpoint, on);
    slots = new Slots(session);
    Events events = context.events();
    RelationEvents relation = events.relation(endpoint);
    observers.observe(relation.joined(), look);
    observers.observe(relation.changed(), look);
    observers.observe(relation.departed(), look);
    observers.observe(relation.broken(), look);
    observers.observe(events.start(), look);
    observers.observe(events.upgradeCharm(), look);
    observers.observe(events.updateStatus(), look);
  }

  /** Returns what can be observed. */
  public LegacyEvents on() {
    return on;
  }

  /**
   * Has the signals told, too, that stand in a bag when this unit reads it for the first time, and
   * again for the first time after its relation was suspended; called in the charm's constructor.
   * They may be old, and told before.
   *
   * @return this
   */
  public LegacyEndpoint tellingWhatIsThere() {
    look.tellWhatIsThere();
    return this;
  }

  /**
   * Emits a signal over all relations of the endpoint, when the hook succeeds. It takes the place
   * of the signal of that name that this unit emitted before, whether the other side has seen that
   * or not, so emit a name once in a hook.
   *
   * @param name letters, digits, dots, dashes and underscores
   * @param text what it says; not empty, and neither beginning nor ending with {@code ※}
   * @return over how many relations; over none, nobody will ever hear of it
   * @throws LegacyException when the library could not carry the text
   * @throws dev.charmsignals.model.RefusedEntryException when Juju could not keep the name
   */
  public int emit(String name, String text) {
    check(name, text);
    int relations = 0;
    for (Relation relation : session.relations(endpoint)) {
      relations += write(relation, name, text);
    }
    return relations;
  }

  /**
   * Emits a signal over one relation; as {@link #emit}.
   *
   * @return whether that relation is there to be written to
   * @throws LegacyException when the relation is of another endpoint, too
   */
  public boolean emitTo(Relation relation, String name, String text) {
    check(name, text);
    if (!relation.endpoint().equals(endpoint)) {
      throw LegacyException.foreign(relation.toString(), endpoint);
    }
    return write(relation, name, text) == 1;
  }

  private int write(Relation relation, String name, String text) {
    if (relation.isBroken()) {
      return 0;
    }
    slots.write(relation, name, text);
    return 1;
  }

  private static void check(String name, String text) {
    if (text.isEmpty()) {
      throw LegacyException.empty(name);
    }
    if (text.charAt(0) == Padding.PAD || text.charAt(text.length() - 1) == Padding.PAD) {
      throw LegacyException.padded(name);
    }
  }
}
