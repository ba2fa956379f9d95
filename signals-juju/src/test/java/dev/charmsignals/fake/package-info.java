/** A hand-written agent for the tests of the framework. */
@NullMarked
package dev.charmsignals.fake;

import org.jspecify.annotations.NullMarked;
