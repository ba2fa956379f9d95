package dev.charmsignals.charm;

/**
 * Standard error, for a failure that cannot reach the Juju log.
 *
 * <p>The one place that touches a standard stream; the agent logs what it reads there as a warning
 * (contract §1.5).
 */
final class LastResort {

  private LastResort() {}

  static void write(String text) {
    System.err.println(text);
  }
}
