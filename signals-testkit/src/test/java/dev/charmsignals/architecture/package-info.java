/**
 * Checks how the published packages depend on each other, in every build.
 *
 * <p>It lives in the testkit's tests because they see the classes of all three published modules;
 * the neighbours are all other packages, and {@code broken} holds what the rules must refuse.
 */
@NullMarked
package dev.charmsignals.architecture;

import org.jspecify.annotations.NullMarked;
