/**
 * Just enough of Go's gob encoding to talk to a unit agent, and the four messages of that talk.
 *
 * <p>Structs of numbers, flags, text and bytes are written and read; every other value is skipped.
 * Types are learnt from the stream and fields are matched by name, as gob does it. Imports no
 * sibling; {@code hooktools} is the client above it, the testkit's agent the server.
 */
@NullMarked
package dev.charmsignals.gob;

import org.jspecify.annotations.NullMarked;
