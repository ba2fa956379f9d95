/** Tests of layers whose hook commands fail, as the simulated Juju's never do. */
@NullMarked
package dev.charmsignals.layeredstatus;

import org.jspecify.annotations.NullMarked;
