package dev.charmsignals.hook;

/**
 * A hook or action that charms of this framework do not see: storage, workload, secret, action, or
 * one that a later Juju invents.
 *
 * @param hookName the name as Juju writes it; an action's is {@code actions/<name>}
 */
public record OtherHook(String hookName) implements Hook {}
