/**
 * The documentation's own code, which its pages quote, and the test that keeps the pages true.
 *
 * <p>{@code Snippets} copies a region of a source file into a page, {@code Page} reads one, {@code
 * DocumentationTest} compares. The rest are charms and tests that serve no other purpose than to be
 * quoted; the delivery tests show what the bus promises.
 */
@NullMarked
package dev.charmsignals.docs;

import org.jspecify.annotations.NullMarked;
