/** What a charm author writes against: the charm, its context, and how a hook is run. */
@NullMarked
package dev.charmsignals.charm;

import org.jspecify.annotations.NullMarked;
