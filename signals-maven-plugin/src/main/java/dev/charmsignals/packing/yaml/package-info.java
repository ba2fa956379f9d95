/**
 * YAML that knows where it stands: each value with its line and column, so that every mistake can
 * be shown to its author, and all of them at once.
 */
@NullMarked
package dev.charmsignals.packing.yaml;

import org.jspecify.annotations.NullMarked;
