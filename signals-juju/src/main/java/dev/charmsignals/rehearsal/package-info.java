/**
 * Goes through a charm's hooks without Juju, so that a class-data archive can hold what they need.
 *
 * <p>Above all others and used by none: whoever packs a charm starts {@link
 * dev.charmsignals.rehearsal.Rehearsal} as a program.
 */
@NullMarked
package dev.charmsignals.rehearsal;

import org.jspecify.annotations.NullMarked;
