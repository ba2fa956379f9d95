package dev.charmsignals.hook;

/**
 * A hook of one workload container.
 *
 * @param container the container's name in this charm's metadata
 * @param step what its Pebble tells of
 */
public record WorkloadHook(String container, WorkloadStep step) implements Hook {

  @Override
  public String hookName() {
    return container.concat(step.ending());
  }
}
