/**
 * What the fuzz tests of all packages share. The targets themselves stand next to what they test.
 */
@NullMarked
package dev.charmsignals.fuzz;

import org.jspecify.annotations.NullMarked;
