package dev.charmsignals.examples.benchmarks.dispatch;

/** What the measured hooks do. */
enum Work {
  /** An update-status that nobody observes. */
  UNOBSERVED("unobserved hook", "idle", 0),

  /** A relation-changed that brings one signal, which the charm keeps. */
  RECEIVED("signal received", "listener", 0),

  /** A relation-changed that brings one signal, which the charm answers. */
  ANSWERED("signal answered", "answerer", 1),

  /** A config-changed with two components to run and two statuses to choose from. */
  RECONCILED("pool and reconciler", "steward", 2);

  private final String inWords;
  private final String charm;
  private final int ownCommands;

  Work(String inWords, String charm, int ownCommands) {
    this.inWords = inWords;
    this.charm = charm;
    this.ownCommands = ownCommands;
  }

  String inWords() {
    return inWords;
  }

  /** Returns the name of the charm that does it. */
  String charm() {
    return charm;
  }

  /** Returns how many commands the work itself is, beyond what it takes to deliver a signal. */
  int ownCommands() {
    return ownCommands;
  }

  boolean needsReporter() {
    return this == RECEIVED || this == ANSWERED;
  }
}
