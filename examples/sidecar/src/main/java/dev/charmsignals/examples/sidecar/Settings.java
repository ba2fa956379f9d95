package dev.charmsignals.examples.sidecar;

/** What the operator has configured. */
record Settings(int port, String greeting) {

  Settings {
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("must be a port, such as 8080");
    }
  }
}
