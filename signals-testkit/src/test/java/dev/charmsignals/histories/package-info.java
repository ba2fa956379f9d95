/**
 * Random histories: charms that signal each other while everything goes wrong that Juju lets go
 * wrong, and a checker that knows from the commits alone what must then be true.
 *
 * <p>{@code HistoryGenerator} makes a {@code History} from a seed, {@code Stage} runs it in a
 * simulated Juju, {@code Checker} judges, {@code Shrinker} makes a failing one short. Uses the test
 * kit as any charm's tests would.
 */
@NullMarked
package dev.charmsignals.histories;

import org.jspecify.annotations.NullMarked;
