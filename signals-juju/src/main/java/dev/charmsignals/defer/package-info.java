/**
 * Events that observers put off, as a value: what is kept of each, in which order, how many, and
 * the text that charm state holds. Knows no hook; {@code event} keeps it and delivers from it.
 */
@NullMarked
package dev.charmsignals.defer;

import org.jspecify.annotations.NullMarked;
