package dev.charmsignals.logging;

/**
 * A level of the Juju log; each constant is named as {@code juju-log} takes it (contract §2.10).
 */
public enum LogLevel {
  /** Every step. */
  TRACE,
  /** The flow. */
  DEBUG,
  /** The rare thing an operator asked about. */
  INFO,
  /** Something to look at; SLF4J says {@code WARN}. */
  WARNING,
  /** Something failed. */
  ERROR
}
