/**
 * What a {@code charmcraft.yaml} says, whether Juju accepts it, and the files that Juju reads.
 *
 * <p>The rules are Juju's (contract §7) and, where charmcraft is stricter, charmcraft's, so that a
 * charm that passes here passes there too.
 */
@NullMarked
package dev.charmsignals.packing.charmcraft;

import org.jspecify.annotations.NullMarked;
