/**
 * The Java runtime that a charm brings along: which modules its jars need, an image of just those,
 * and whether that image runs on the platform the charm is for.
 */
@NullMarked
package dev.charmsignals.packing.runtime;

import org.jspecify.annotations.NullMarked;
