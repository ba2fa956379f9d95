/**
 * JSON text with a stable key order, and bounded reading of JSON that somebody else wrote.
 *
 * <p>The lowest layer of core: {@code snapshot} and {@code log} stand on it. Jackson's streaming
 * parser does the work and never shows in a signature.
 */
@NullMarked
package dev.charmsignals.json;

import org.jspecify.annotations.NullMarked;
