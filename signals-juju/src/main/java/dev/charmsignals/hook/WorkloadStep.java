package dev.charmsignals.hook;

/** The things that a workload container's Pebble tells of (contract §1.2). */
public enum WorkloadStep {
  READY("-pebble-ready"),
  CUSTOM_NOTICE("-pebble-custom-notice"),
  CHECK_FAILED("-pebble-check-failed"),
  CHECK_RECOVERED("-pebble-check-recovered");

  private final String ending;

  WorkloadStep(String ending) {
    this.ending = ending;
  }

  /** Returns what follows the container in the hook's name, such as {@code -pebble-ready}. */
  public String ending() {
    return ending;
  }
}
