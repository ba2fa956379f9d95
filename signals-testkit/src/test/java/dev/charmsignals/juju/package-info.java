/** Juju's model as charms see it, tried out in the simulated Juju: secrets, ports, actions. */
@NullMarked
package dev.charmsignals.juju;

import org.jspecify.annotations.NullMarked;
