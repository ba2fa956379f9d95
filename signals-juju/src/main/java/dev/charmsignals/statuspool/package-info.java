/**
 * The status pool: a status for each duty of a unit, and one of all of them for the unit, kept from
 * hook to hook. Builds on {@code charm}; its siblings {@code layeredstatus} and {@code reconciler}
 * serve other charms and know nothing of it.
 */
@NullMarked
package dev.charmsignals.statuspool;

import org.jspecify.annotations.NullMarked;
