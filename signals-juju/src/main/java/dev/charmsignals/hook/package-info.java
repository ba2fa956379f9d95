/**
 * What Juju started this process for: the hook, the unit, and the relation, read once from the
 * environment (contract §1.4). Asks the agent nothing; {@code name} is below, {@code model} and
 * {@code event} build on it.
 */
@NullMarked
package dev.charmsignals.hook;

import org.jspecify.annotations.NullMarked;
