package dev.charmsignals.hooktools;

/**
 * What a hook command answered.
 *
 * <p>A call that the agent refused as a whole has code 1 and {@code ERROR <reason>} on stderr, as
 * Juju's own client would print it (contract §6.5). The arrays belong to the reply: do not change
 * them. A record of arrays is equal only to itself.
 *
 * @param code the exit status: 0 is success, 1 a failure while running, 2 bad arguments
 * @param stdout what the command wrote to standard output
 * @param stderr what it wrote to standard error
 */
public record HookReply(int code, byte[] stdout, byte[] stderr) {}
