/** What becomes of events, checked against the simulated Juju. */
@NullMarked
package dev.charmsignals.events;

import org.jspecify.annotations.NullMarked;
