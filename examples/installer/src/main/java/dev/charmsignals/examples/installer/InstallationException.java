package dev.charmsignals.examples.installer;

/** The software could not be installed; the unit shows why and carries on. */
final class InstallationException extends Exception {

  private final String reason;

  InstallationException(String reason) {
    super("The software could not be installed: " + reason);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
