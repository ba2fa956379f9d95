package dev.charmsignals.event;

import dev.charmsignals.hook.WorkloadHook;
import dev.charmsignals.hook.WorkloadStep;

/** The events of one workload container. Immutable. */
public final class ContainerEvents {

  private final String container;

  ContainerEvents(String container) {
    this.container = container;
  }

  /** Returns the source of {@link WorkloadEvent.PebbleReady}. */
  public EventSource<WorkloadEvent.PebbleReady> pebbleReady() {
    return source(WorkloadStep.READY, WorkloadEvent.PebbleReady.class);
  }

  /** Returns the source of {@link WorkloadEvent.CustomNotice}. */
  public EventSource<WorkloadEvent.CustomNotice> customNotice() {
    return source(WorkloadStep.CUSTOM_NOTICE, WorkloadEvent.CustomNotice.class);
  }

  /** Returns the source of {@link WorkloadEvent.CheckFailed}. */
  public EventSource<WorkloadEvent.CheckFailed> checkFailed() {
    return source(WorkloadStep.CHECK_FAILED, WorkloadEvent.CheckFailed.class);
  }

  /** Returns the source of {@link WorkloadEvent.CheckRecovered}. */
  public EventSource<WorkloadEvent.CheckRecovered> checkRecovered() {
    return source(WorkloadStep.CHECK_RECOVERED, WorkloadEvent.CheckRecovered.class);
  }

  private <E extends WorkloadEvent> EventSource<E> source(WorkloadStep step, Class<E> type) {
    return new EventSource<>(new WorkloadHook(container, step), type);
  }
}
