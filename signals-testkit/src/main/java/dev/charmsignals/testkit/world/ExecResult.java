package dev.charmsignals.testkit.world;

/**
 * What an operator is told of a command that was executed in a unit's context.
 *
 * @param status how it ended; never {@link ActionStatus#ERROR}
 * @param message why, unless it completed
 * @param returnCode its exit status
 * @param stdout what it printed
 * @param stderr what it complained of
 */
public record ExecResult(
    ActionStatus status, String message, int returnCode, String stdout, String stderr) {}
