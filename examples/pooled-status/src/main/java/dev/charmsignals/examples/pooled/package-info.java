/**
 * The status pool's own examples as charms: the first steps, priorities, and a member for each
 * related unit.
 */
@NullMarked
package dev.charmsignals.examples.pooled;

import org.jspecify.annotations.NullMarked;
