package dev.charmsignals.event;

import dev.charmsignals.json.JsonReader;
import dev.charmsignals.json.MalformedException;
import dev.charmsignals.snapshot.RecordShape;
import dev.charmsignals.snapshot.RestoreException;
import dev.charmsignals.snapshot.SnapshotException;
import dev.charmsignals.snapshot.SnapshotText;
import dev.charmsignals.snapshot.SnapshotTooLongException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One kind of own event on one object, which emits it here and whose users observe it here.
 *
 * <p>Made by {@link ObjectEvents#source}. Used by the one thread that runs the hook.
 *
 * @param <E> the class of the events
 */
public final class OwnEventSource<E extends OwnEvent> {

  /** How long a deferred event may be as JSON, as a signal may be. */
  private static final int MAX_CHARACTERS = 64 * 1024;

  private static final String SNAPSHOT = "snapshot";

  private final ObjectEvents owner;
  private final String name;
  private final Class<E> type;
  private final List<OwnObserver<E>> observers = new ArrayList<>();
  private @Nullable RecordShape<?> shape;

  OwnEventSource(ObjectEvents owner, String name, Class<E> type) {
    this.owner = owner;
    this.name = name;
    this.type = type;
  }

  /**
   * Tells all observers of an event, in the order in which they were registered, before it returns:
   * who emits in a handler goes on when they are done. If one fails, so does the emitting.
   *
   * @throws OwnEventException when the object belongs to no charm yet, when the charm is still
   *     being constructed, or when a handler threw a checked exception, which is the cause
   */
  public void emit(E event) {
    owner.observers(name).emit(this, Objects.requireNonNull(event, "event"));
  }

  /** Returns the object's key and the event's name, as in {@code database/ready}. */
  public String name() {
    return owner.key(name).concat("/").concat(name);
  }

  /** Returns the class of the events. */
  public Class<E> type() {
    return type;
  }

  void requireOf(Observers observers) {
    if (owner.observers(name) != observers) {
      throw OwnEventException.foreign(name);
    }
  }

  void add(OwnObserver<E> observer) {
    observers.add(observer);
  }

  List<OwnObserver<E>> observers() {
    return observers;
  }

  /**
   * Returns what the event can be made again from.
   *
   * @throws OwnEventException when it cannot be kept
   */
  TreeMap<String, String> facts(E event) {
    try {
      String text = SnapshotText.of(shape().snapshot((Record) (Object) event), MAX_CHARACTERS);
      return new TreeMap<>(Collections.singletonMap(SNAPSHOT, text));
    } catch (SnapshotException | SnapshotTooLongException e) {
      throw OwnEventException.unkeepable(name(), e);
    }
  }

  E restore(Map<String, String> facts) throws LostEventException {
    String kept = facts.getOrDefault(SNAPSHOT, "");
    try {
      // No deeper than it can be kept again: deferring it once more would fail the hook.
      return type.cast(shape().restore(JsonReader.readObject(kept, SnapshotText.MAX_DEPTH)));
    } catch (MalformedException e) {
      throw new LostEventException("what is kept of it cannot be read");
    } catch (RestoreException e) {
      throw new LostEventException("what it said no longer fits: " + e.reason());
    }
  }

  /** Names the source. */
  @Override
  public String toString() {
    return "OwnEventSource[" + name + "]";
  }

  /** Checks, before anything happens, that the events can be kept. */
  void check() {
    shape();
  }

  private RecordShape<?> shape() {
    RecordShape<?> known = shape;
    if (known == null) {
      known = RecordShape.of(type.asSubclass(Record.class));
      shape = known;
    }
    return known;
  }
}
