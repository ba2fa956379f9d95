/**
 * Begins the project of a new charm.
 *
 * <p>The files it begins with are resources of this package: a project as it is, whose names are
 * replaced by those of the new charm.
 */
@NullMarked
package dev.charmsignals.packing.newcharm;

import org.jspecify.annotations.NullMarked;
