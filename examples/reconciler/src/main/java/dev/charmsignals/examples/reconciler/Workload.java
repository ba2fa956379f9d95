package dev.charmsignals.examples.reconciler;

/** The container that this charm runs its service in. */
public interface Workload {

  /** Returns whether its Pebble answers. */
  boolean isReachable();

  /** Returns whether the service runs. */
  boolean isRunning();

  /** Starts the service. */
  void start();
}
