/** What makes the hooks of a charm start fast: an archive of the classes that they load. */
@NullMarked
package dev.charmsignals.packing.start;

import org.jspecify.annotations.NullMarked;
