/** What every other package of Charm Signals shares: the one exception family. */
@NullMarked
package dev.charmsignals;

import org.jspecify.annotations.NullMarked;
