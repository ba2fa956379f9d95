package dev.charmsignals.examples.benchmarks.dispatch;

/** What the measured hooks do. */
enum Work {
  /** An update-status that nobody observes. */
  UNOBSERVED("unobserved hook", "idle", true),

  /** A relation-changed that brings one signal, which the charm keeps. */
  RECEIVED("signal received", "listener", true),

  /** A relation-changed that brings one signal, which the charm answers. */
  ANSWERED("signal answered", "answerer", false),

  /** A config-changed with two components to run and two statuses to choose from. */
  RECONCILED("pool and reconciler", "steward", false);

  private final String inWords;
  private final String charm;
  private final boolean bare;

  Work(String inWords, String charm, boolean bare) {
    this.inWords = inWords;
    this.charm = charm;
    this.bare = bare;
  }

  String inWords() {
    return inWords;
  }

  /** Returns the name of the charm that does it. */
  String charm() {
    return charm;
  }

  /**
   * Returns whether this is what a charm cannot do without. What goes beyond it asks and tells Juju
   * more, and over hook commands each of these is a process.
   */
  boolean isBare() {
    return bare;
  }

  boolean needsReporter() {
    return this == RECEIVED || this == ANSWERED;
  }
}
