package dev.charmsignals.testkit.world;

/**
 * Which Juju is simulated, where versions differ in what a charm can see (contract section 8).
 *
 * <p>Change detection differs most: with a counter, writing A, then B, then A again wakes the other
 * side; with a content hash it does not.
 */
public enum JujuFlavour {
  /**
   * Juju 2.9: as 3.6, and without secrets and {@code relation-model-get}. Its agent listens on an
   * abstract socket, which Java cannot open, so charms run in process only.
   */
  JUJU_2_9("2.9.49"),
  /** Juju 3.6: counts effective writes, puts {@code private-address} into unit bags. */
  JUJU_3_6("3.6.28"),
  /** Juju 4: compares content hashes and limits a databag to 16 MiB. */
  JUJU_4("4.0.15");

  private final String version;

  JujuFlavour(String version) {
    this.version = version;
  }

  /** Returns the agent version that {@code JUJU_VERSION} names. */
  public String version() {
    return version;
  }

  /** Returns whether this Juju has no hook command of that name, which later ones have. */
  boolean lacks(String command) {
    return this == JUJU_2_9
        && (command.startsWith("secret-") || command.equals("relation-model-get"));
  }

  boolean comparesContent() {
    return this == JUJU_4;
  }
}
