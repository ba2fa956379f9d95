/**
 * What every package of the packing shares: the one exception family.
 *
 * <p>Above it, from the bottom up: {@code yaml} reads a file and knows where everything stands,
 * {@code charmcraft} knows what Juju accepts of it, {@code runtime} makes the Java runtime, {@code
 * archive} writes the archive, {@code charm} puts a charm together, and {@code newcharm} begins
 * one.
 */
@NullMarked
package dev.charmsignals.packing;

import org.jspecify.annotations.NullMarked;
