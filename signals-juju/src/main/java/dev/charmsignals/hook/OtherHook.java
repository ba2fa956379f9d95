package dev.charmsignals.hook;

/**
 * A hook that charms of this framework do not see: one that only older versions of Juju run, such
 * as {@code leader-settings-changed}, or that a later one invents.
 *
 * @param hookName the name as Juju writes it
 */
public record OtherHook(String hookName) implements Hook {}
