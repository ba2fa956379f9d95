/** Puts a charm together: each step adds to one directory, which is what Juju will unpack. */
@NullMarked
package dev.charmsignals.packing.charm;

import org.jspecify.annotations.NullMarked;
