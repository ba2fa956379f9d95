package dev.charmsignals.testkit.command;

/**
 * A unit's or an application's workload status.
 *
 * @param status Juju's word; a charm sets {@code maintenance}, {@code blocked}, {@code waiting} or
 *     {@code active}, the agent also {@code unknown} and {@code terminated}
 * @param message the text beside it, or the empty string
 */
public record WorkloadStatus(String status, String message) {}
