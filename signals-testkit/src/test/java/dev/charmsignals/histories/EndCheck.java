package dev.charmsignals.histories;

import com.fasterxml.jackson.databind.JsonNode;
import dev.charmsignals.testkit.SimulatedUnit;
import dev.charmsignals.testkit.world.HookOutcome;
import dev.charmsignals.testkit.world.HookRecord;
import dev.charmsignals.testkit.world.RelationFacts;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Judges what is left when nothing happens any more. */
final class EndCheck {

  private final Stage stage;
  private final Ground ground;

  EndCheck(Stage stage, Ground ground) {
    this.stage = stage;
    this.ground = ground;
  }

  void check() {
    for (HookRecord hook : stage.hooks().subList(stage.quietFrom(), stage.quietTo())) {
      ground.require(
          hook.outcome() == HookOutcome.COMMITTED && hook.changes().isEmpty(),
          "I6 quiescence",
          "a hook without news wrote: %s %s",
          hook,
          hook.changes());
    }
    for (HookRecord hook : stage.hooks().subList(stage.quietTo(), stage.hooks().size())) {
      checkRefusals(hook);
    }
    Set<Integer> relations = new HashSet<>();
    for (RelationFacts relation : stage.juju().relations()) {
      relations.add(relation.number());
      if (relation.life().equals("joined")) {
        forEachPair(relation, (emitter, receiver) -> checkPair(relation, emitter, receiver));
      }
    }
    for (SimulatedUnit unit : stage.units()) {
      Incarnation known = ground.unit(unit.name());
      ground.require(
          !unit.agentStatus().status().equals("error"),
          "I7 progress",
          unit.name() + " is in error");
      ground.require(
          known.waiting().isEmpty(), "I7 progress", "%s still waits: %s", known, known.waiting());
      StateCheck.checkAtTheEnd(ground, known, relations);
      for (RelationFacts relation : stage.juju().relations()) {
        if (relation.life().equals("joined") && relation.scope().contains(unit.name())) {
          checkOwnBag(known, relation);
        }
      }
    }
  }

  /**
   * Everything has been read before anybody looks around, because each write wakes its readers.
   * Looking around is for wake-ups that were lost, hooks that were skipped and bags that somebody
   * spoilt, and must not be what delivery lives by.
   */
  void checkBeforeLookingAround() {
    if (ground.meddling() || ground.skips() || stage.done().containsKey(Act.LOSE)) {
      return;
    }
    for (RelationFacts relation : stage.juju().relations()) {
      if (relation.life().equals("joined")) {
        forEachPair(
            relation,
            (emitter, receiver) ->
                ground
                    .streamIn(relation.number(), emitter.unit())
                    .filter(stream -> !isRead(stream, receiver))
                    .filter(stream -> !isToBeTriedAgain(stream, receiver, relation))
                    .ifPresent(stream -> checkRead(stream, receiver, "before it looked around")));
      }
    }
  }

  /**
   * A signal that is to be tried again before it is parked waits, with all behind it, for the next
   * hook that looks at its stream: the hook in which it failed has succeeded, so Juju makes none.
   */
  private static boolean isToBeTriedAgain(
      Stream stream, Incarnation receiver, RelationFacts relation) {
    String number = String.valueOf(relation.number());
    JsonNode book = Wire.tree(receiver.stored(endpointOf(relation, receiver), number));
    for (JsonNode peer : book.path("peers")) {
      if (peer.path("tried").path("id").asText().equals(stream.id())) {
        return true;
      }
    }
    return false;
  }

  /** The bag says what charm state remembers, whoever has changed it. */
  private void checkOwnBag(Incarnation unit, RelationFacts relation) {
    Bag bag = ground.bag(relation.number(), unit.unit());
    JsonNode known =
        Wire.tree(unit.stored(endpointOf(relation, unit), String.valueOf(relation.number())));
    Optional<Wire.Header> header = Wire.header(bag.content());
    int mark = bag.content().getOrDefault("signals-ack", "").hashCode();
    ground.require(
        header.isPresent()
            && header.get().id().equals(known.path("id").asText())
            && header.get().head() == known.path("head").asLong()
            && (!known.has("mark") || known.path("mark").asLong() == mark),
        "I7 progress",
        "the bag of %s in %s is not what it remembers: %s",
        unit,
        relation,
        known);
  }

  /** When everybody has read everything, nobody stands in the way of another signal. */
  private void checkRefusals(HookRecord hook) {
    String context = hook.environment().getOrDefault("JUJU_CONTEXT_ID", "");
    for (Note note : stage.notebook().attempt(context).notes()) {
      ground.require(
          !(note instanceof Note.Refused refused) || refused.unreadBy() == 0,
          "I7 progress",
          "%s could not emit although all had been read: %s",
          hook.unit(),
          note);
    }
  }

  private void forEachPair(
      RelationFacts relation, BiConsumer<? super Incarnation, ? super Incarnation> check) {
    for (String emitter : relation.scope()) {
      for (String receiver : relation.scope()) {
        boolean peers = applicationOf(emitter).equals(applicationOf(receiver));
        if (!emitter.equals(receiver) && peers == relation.peers()) {
          check.accept(ground.unit(emitter), ground.unit(receiver));
        }
      }
    }
  }

  private static String applicationOf(String unit) {
    return unit.substring(0, unit.indexOf('/'));
  }

  private void checkPair(RelationFacts relation, Incarnation emitter, Incarnation receiver) {
    int number = relation.number();
    Optional<Stream> stream = ground.streamIn(number, emitter.unit());
    if (stream.isEmpty() || ground.streamIn(number, receiver.unit()).isEmpty()) {
      ground.violated("I7 progress", "%s and %s have not met".formatted(emitter, receiver));
      return;
    }
    if (stream.get().meddledWith()) {
      return;
    }
    checkRead(stream.get(), receiver, "for good");
    for (Name name : Name.values()) {
      if (name.isRetained()) {
        checkReached(relation, emitter, receiver, name, stream.get());
      }
    }
  }

  private static boolean isRead(Stream stream, Incarnation receiver) {
    return receiver.cursors().getOrDefault(stream.id(), -1L) == stream.head();
  }

  private void checkRead(Stream stream, Incarnation receiver, String when) {
    ground.require(
        isRead(stream, receiver),
        "I7 progress",
        "%s stayed at %d of %d in %s %s",
        receiver,
        receiver.cursors().getOrDefault(stream.id(), -1L),
        stream.head(),
        stream,
        when);
  }

  /** The newest that a unit emitted under a name for a relation has been heard there. */
  private void checkReached(
      RelationFacts relation, Incarnation emitter, Incarnation receiver, Name name, Stream stream) {
    String endpoint = endpointOf(relation, emitter);
    List<Note.Emitted> all = ground.emittedBy(emitter);
    for (int i = all.size() - 1; i >= 0; i--) {
      Note.Emitted each = all.get(i);
      boolean toAll = each.target() < 0;
      if (each.name() != name || !each.endpoint().equals(endpoint)) {
        continue;
      }
      if (toAll || each.target() == relation.number()) {
        boolean reached = isHeard(receiver, each, stream);
        // What was for one relation only is gone for good when somebody spoils its bag, or Juju
        // throws it away and its unit is not told; and nothing older comes in its place.
        boolean gone = !toAll && (ground.meddling() || ground.skips());
        boolean mayBeLost = gone || isCrampedOut(emitter, name, relation);
        ground.require(
            reached || mayBeLost,
            "I8 newest kept reaches everybody",
            "%s was never told of %s",
            receiver,
            each);
        if (reached || !mayBeLost || gone) {
          return;
        }
      }
    }
  }

  /** Whether the unit has said that its window has no room for the newest of a name. */
  private boolean isCrampedOut(Incarnation emitter, Name name, RelationFacts relation) {
    return ground
        .crampedOut(emitter)
        .contains(
            " signal \"%s\" cannot be seen on %s:%d"
                .formatted(name.wire(), endpointOf(relation, emitter), relation.number()));
  }

  private static boolean isHeard(Incarnation receiver, Note.Emitted emitted, Stream stream) {
    boolean parked =
        stream.items().entrySet().stream()
            .anyMatch(
                item ->
                    item.getValue().said() == emitted.said()
                        && receiver.parked().contains(stream.id() + " " + item.getKey()));
    return parked
        || emitted.name().observers().stream()
            .allMatch(observer -> receiver.heard().contains(observer + " " + emitted.said()));
  }

  private static String endpointOf(RelationFacts relation, Incarnation unit) {
    String application = applicationOf(unit.unit()) + ":";
    String side =
        relation.provider().startsWith(application) ? relation.provider() : relation.requirer();
    return side.substring(application.length());
  }
}
