/**
 * Everything one hook reads and will write: relations and their databags, charm state, config and
 * status. Writes stay pending until the hook succeeds. Below are {@code hooktools} and {@code
 * hook}; {@code event}, {@code bus} and {@code charm} build on it.
 */
@NullMarked
package dev.charmsignals.model;

import org.jspecify.annotations.NullMarked;
