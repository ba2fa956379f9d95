package dev.charmsignals.histories;

import dev.charmsignals.signal.Signal;
import java.util.Optional;

/** What all signals of these histories say, in the shape that an edition of the charm gives it. */
sealed interface Said extends Signal {

  /** A number that no other emission has. */
  long n();

  /** Nothing, or much of it. */
  String pad();

  /** How it was first. */
  record Narrow(long n, String pad) implements Said {}

  /**
   * The same with another component.
   *
   * @param again the number once more, if the emitter's edition says it twice
   */
  record Wide(long n, String pad, Optional<Long> again) implements Said {

    /** A value of another signal would make this one parked, which no promise allows. */
    public Wide {
      if (again.isPresent() && again.get() != n) {
        throw new IllegalArgumentException("This is not the number");
      }
    }
  }
}
