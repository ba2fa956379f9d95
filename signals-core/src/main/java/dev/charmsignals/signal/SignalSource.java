package dev.charmsignals.signal;

import dev.charmsignals.log.SignalTooLargeException;
import dev.charmsignals.snapshot.RestoreException;
import dev.charmsignals.snapshot.SnapshotException;
import dev.charmsignals.snapshot.SnapshotTooLongException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One kind of signal on one endpoint: the charm emits it here, and observes it here.
 *
 * <p>Made by {@link ObjectSignals#source}. Used by the one thread that runs the hook.
 *
 * @param <T> the class of the signals
 */
public final class SignalSource<T extends Signal> {

  private final ObjectSignals owner;
  private final String name;
  private final SignalType<T> type;
  private boolean retained = true;
  private int attempts;

  SignalSource(ObjectSignals owner, String name, SignalType<T> type) {
    this.owner = owner;
    this.name = name;
    this.type = type;
  }

  /**
   * Makes this source transient: its signals reach only units that are there when it is emitted,
   * and none is kept for units that join later.
   */
  public SignalSource<T> transientOnly() {
    owner.checkOpen(name);
    retained = false;
    return this;
  }

  /**
   * Lets a failing handler try {@code attempts} times and then parks the signal, instead of failing
   * the hook each time. What the failed handler wrote is undone, the hook goes on and succeeds, and
   * later signals of the same stream wait. A try happens in each hook that looks at the stream, at
   * the latest in update-status.
   *
   * @param attempts how often to try, 1 or more
   */
  public SignalSource<T> retryThenPark(int attempts) {
    owner.checkOpen(name);
    if (attempts < 1) {
      throw SignalDeclarationException.neverTried(name, attempts);
    }
    this.attempts = attempts;
    return this;
  }

  /**
   * Sends a signal to every relation of the endpoint, once this hook succeeds; on a peer relation,
   * to the other units of this application.
   *
   * @return what becomes of it
   * @throws SnapshotException when it says something that cannot travel
   * @throws SignalTooLargeException when it says too much
   * @throws dev.charmsignals.log.WindowFullException when there is no room for it
   * @throws SignalDeclarationException when the signals are bound to no endpoint
   */
  public Emission emit(T signal) {
    return send(signal, Optional.empty());
  }

  /** Sends a signal to one relation only; as {@link #emit} otherwise. */
  public Emission emitTo(SignalTarget relation, T signal) {
    Objects.requireNonNull(
        relation, () -> "Signal \"%s\" is emitted to no relation, but null".formatted(name));
    return send(signal, Optional.of(relation));
  }

  private String withoutSignal() {
    return "Signal \"%s\" is emitted as null; emit one, as in emit(new %s(…))"
        .formatted(name, type.type().getSimpleName());
  }

  private Emission send(T signal, Optional<SignalTarget> target) {
    Objects.requireNonNull(signal, this::withoutSignal);
    SignalBinding binding = owner.binding(name);
    int limit = owner.window().signalBytes();
    String snapshot;
    try {
      snapshot = type.encode(signal, limit);
    } catch (SnapshotException e) {
      throw e.in("signal \"" + name + "\"");
    } catch (SnapshotTooLongException e) {
      throw new SignalTooLargeException(name, e.characters(), limit);
    }
    int bytes = snapshot.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > limit) {
      throw new SignalTooLargeException(name, bytes, limit);
    }
    return binding.emit(this, snapshot, target);
  }

  /** Makes a signal again from what a remote unit wrote. Called by the dispatcher. */
  public T decode(Map<String, @Nullable Object> snapshot) throws RestoreException {
    return type.decode(snapshot);
  }

  /**
   * Returns the endpoint these signals are bound to.
   *
   * @throws SignalDeclarationException when they are bound to none
   */
  public SignalBinding binding() {
    return owner.binding(name);
  }

  /** Returns the name these signals travel under. */
  public String name() {
    return name;
  }

  /** Returns the class of these signals. */
  public Class<T> type() {
    return type.type();
  }

  /** Returns whether the newest signal stays for units that join later; true unless transient. */
  public boolean isRetained() {
    return retained;
  }

  /** Returns how often a failing handler is tried before its signal is parked; 0 fails the hook. */
  public int attempts() {
    return attempts;
  }

  /** Names the source. */
  @Override
  public String toString() {
    return "SignalSource[" + name + "]";
  }
}
