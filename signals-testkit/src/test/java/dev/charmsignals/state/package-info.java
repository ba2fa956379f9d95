/** What charms read, remember and show, through the simulated Juju. */
@NullMarked
package dev.charmsignals.state;

import org.jspecify.annotations.NullMarked;
