package dev.charmsignals.examples.reconciler;

import dev.charmsignals.model.Status;
import dev.charmsignals.reconciler.Component;

/** The service in the workload container. */
final class WorkloadService implements Component {

  private final Workload workload;

  WorkloadService(Workload workload) {
    this.workload = workload;
  }

  @Override
  public String name() {
    return "pebble-service";
  }

  @Override
  public void configureUnit() {
    if (workload.isReachable()) {
      workload.start();
    }
  }

  @Override
  public Status status() {
    if (!workload.isReachable()) {
      return Status.waiting("Waiting for Pebble to be ready.");
    }
    return workload.isRunning()
        ? Status.active()
        : Status.waiting(
            "Waiting for Pebble services (my-service).  If this persists, it could be a blocking"
                + " configuration error.");
  }
}
