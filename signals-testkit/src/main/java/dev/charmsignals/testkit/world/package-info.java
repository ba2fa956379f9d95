/**
 * The model of Juju: applications, units, relations and databags, what is due for each unit, and
 * the transaction that ends a hook.
 *
 * <p>Deterministic from a seed: no clock, no threads, no files. A hook itself is run by a {@link
 * dev.charmsignals.testkit.world.HookProgram}, which is handed in. The neighbours are the hook
 * commands, whose context is implemented here, and the test kit, which shows this world to tests.
 */
@NullMarked
package dev.charmsignals.testkit.world;

import org.jspecify.annotations.NullMarked;
