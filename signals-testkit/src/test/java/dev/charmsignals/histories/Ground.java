package dev.charmsignals.histories;

import dev.charmsignals.testkit.world.HookRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is true of a world, gathered from its commits alone. */
final class Ground {

  /** A bag's place. */
  private record Place(int relation, String unit) {}

  private final Setting setting;
  private final boolean meddling;
  private final boolean skips;
  private final Map<String, Stream> streams = new HashMap<>();
  private final Map<Place, Bag> bags = new HashMap<>();
  private final Map<String, Incarnation> living = new HashMap<>();
  private final Map<Incarnation, List<Note.Emitted>> emitted = new HashMap<>();
  private final Map<Long, Boolean> committed = new HashMap<>();
  private final List<Violation> violations = new ArrayList<>();
  private final Map<Incarnation, Set<String>> cramped = new HashMap<>();
  private Optional<HookRecord> now = Optional.empty();

  Ground(Setting setting, boolean meddling, boolean skips) {
    this.setting = setting;
    this.meddling = meddling;
    this.skips = skips;
  }

  /** Whether somebody changed bags behind their owners' backs. */
  boolean meddling() {
    return meddling;
  }

  /** Whether an operator took failed hooks for done. */
  boolean skips() {
    return skips;
  }

  Setting setting() {
    return setting;
  }

  Optional<Stream> stream(String id) {
    return Optional.ofNullable(streams.get(id));
  }

  Stream stream(String id, Incarnation emitter, int relation) {
    return streams.computeIfAbsent(id, key -> new Stream(id, emitter, relation));
  }

  Bag bag(int relation, String unit) {
    return bags.computeIfAbsent(new Place(relation, unit), key -> new Bag());
  }

  /** Returns the units that have written to a bag of a relation. */
  List<String> ownersIn(int relation) {
    List<String> owners = new ArrayList<>();
    for (Place place : bags.keySet()) {
      if (place.relation() == relation) {
        owners.add(place.unit());
      }
    }
    return owners;
  }

  Incarnation unit(String name) {
    return living.computeIfAbsent(name, key -> new Incarnation(name, 0));
  }

  /** Whether no other unit has its name by now. */
  boolean isLiving(Incarnation unit) {
    return unit(unit.unit()) == unit;
  }

  /** A unit begins that may have the name of an old one. */
  void begin(String name) {
    @Nullable Incarnation old = living.get(name);
    if (old != null && !old.state().isEmpty()) {
      living.put(name, new Incarnation(name, old.number() + 1));
      bags.keySet().removeIf(place -> place.unit().equals(name));
    }
  }

  /** Returns what a unit has emitted, as committed, in order. */
  List<Note.Emitted> emittedBy(Incarnation unit) {
    return emitted.computeIfAbsent(unit, key -> new ArrayList<>());
  }

  /** Returns what a unit said cannot be seen, for want of room: {@code "word" ... on talk:2}. */
  Set<String> crampedOut(Incarnation unit) {
    return cramped.computeIfAbsent(unit, key -> new HashSet<>());
  }

  /** What a unit has emitted can be seen where it was emitted to, whatever could not before. */
  void seen(Incarnation unit, Note.Emitted emitted) {
    String where =
        " signal \"%s\" cannot be seen on %s:".formatted(emitted.name().wire(), emitted.endpoint());
    crampedOut(unit)
        .removeIf(
            each ->
                each.startsWith(where)
                    && (emitted.target() < 0 || each.equals(where + emitted.target())));
  }

  /** The numbers of all committed emissions; whether the emitter was told that it led. */
  Map<Long, Boolean> committed() {
    return committed;
  }

  /** Returns the stream that stands in a bag. */
  Optional<Stream> streamIn(int relation, String unit) {
    return Wire.header(bag(relation, unit).content()).flatMap(header -> stream(header.id()));
  }

  /** A bag says so. Others may know its unit by an id that it had before its bag was spoiled. */
  void acknowledge(String stream, Incarnation unit, int relation, long ack) {
    for (String id : unit.ids(relation)) {
      stream(stream).ifPresent(known -> known.acknowledged().merge(id, ack, Math::max));
    }
  }

  /** A unit has left a relation, or has seen another one leave: its readers are admitted anew. */
  void leave(int relation, Incarnation unit) {
    for (Stream stream : streams.values()) {
      if (stream.relation() == relation && stream.emitter() == unit) {
        stream.admitted().clear();
      }
    }
  }

  /** A unit's bag is not what it was: it may have to be admitted anew. */
  void spoil(int relation, Incarnation unit) {
    for (Stream stream : streams.values()) {
      if (stream.relation() == relation) {
        stream.admitted().keySet().removeAll(unit.ids(relation));
      }
    }
  }

  /** Says which hook is looked at. */
  void at(HookRecord hook) {
    now = Optional.of(hook);
  }

  /** Says that no hook is looked at any more. */
  void atTheEnd() {
    now = Optional.empty();
  }

  void violated(String promise, String what) {
    String when = now.map(hook -> "hook " + hook.number() + ", " + hook).orElse("at the end");
    violations.add(new Violation(promise, what + " (" + when + ")"));
  }

  /** Notes a violation unless the promise was kept; the facts go into the text as in a format. */
  void require(boolean kept, String promise, String what, Object... facts) {
    if (!kept) {
      violated(promise, facts.length == 0 ? what : what.formatted(facts));
    }
  }

  List<Violation> violations() {
    return violations;
  }
}
