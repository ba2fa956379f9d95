/**
 * A charm that installs something and signals how it went.
 *
 * <p>Its neighbours: {@code peer} has the signals, {@code panel} observes them.
 */
@NullMarked
package dev.charmsignals.examples.installer;

import org.jspecify.annotations.NullMarked;
