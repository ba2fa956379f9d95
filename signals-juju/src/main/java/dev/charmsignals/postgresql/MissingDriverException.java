package dev.charmsignals.postgresql;

import dev.charmsignals.CharmSignalsException;

/** The charm connects to PostgreSQL, and does not bring the driver for it. */
public final class MissingDriverException extends CharmSignalsException {

  MissingDriverException(NoClassDefFoundError cause) {
    super(
        "The driver for PostgreSQL is not on the class path; add the dependency"
            + " org.postgresql:postgresql to the charm",
        cause);
  }
}
