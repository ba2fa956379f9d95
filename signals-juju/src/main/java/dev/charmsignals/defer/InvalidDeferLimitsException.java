package dev.charmsignals.defer;

import dev.charmsignals.CharmSignalsException;
import java.time.Duration;

/** Limits of deferred events under which none could wait. */
public final class InvalidDeferLimitsException extends CharmSignalsException {

  private final int perObserver;
  private final int inAll;
  private final int characters;
  private final transient Duration age;

  InvalidDeferLimitsException(int perObserver, int inAll, int characters, Duration age) {
    super(
        ("No event can wait under limits of %d per observer, %d in all, %d characters and %s;"
                + " all must be above zero, as in DeferLimits.DEFAULT")
            .formatted(perObserver, inAll, characters, age));
    this.perObserver = perObserver;
    this.inAll = inAll;
    this.characters = characters;
    this.age = age;
  }

  /** Returns how many were to wait for one observer. */
  public int perObserver() {
    return perObserver;
  }

  /** Returns how many were to wait for all. */
  public int inAll() {
    return inAll;
  }

  /** Returns how many characters they were to take. */
  public int characters() {
    return characters;
  }

  /** Returns how long one was to wait. */
  public Duration age() {
    return age;
  }
}
