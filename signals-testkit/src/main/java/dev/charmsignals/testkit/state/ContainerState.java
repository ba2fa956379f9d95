package dev.charmsignals.testkit.state;

/**
 * A container of the unit's pod.
 *
 * @param name as the charm declares it
 * @param canConnect whether its Pebble can be reached
 */
public record ContainerState(String name, boolean canConnect) {}
