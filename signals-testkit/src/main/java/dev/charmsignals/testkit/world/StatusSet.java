package dev.charmsignals.testkit.world;

import dev.charmsignals.testkit.command.WorkloadStatus;

/**
 * A status that a hook set, whatever became of the hook.
 *
 * @param ofApplication whether it is the application's, else the unit's
 * @param status what was set
 */
public record StatusSet(boolean ofApplication, WorkloadStatus status) {}
