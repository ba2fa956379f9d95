/** Charms that want a PostgreSQL database, and one that provides it, in a simulated Juju. */
@NullMarked
package dev.charmsignals.databases;

import org.jspecify.annotations.NullMarked;
