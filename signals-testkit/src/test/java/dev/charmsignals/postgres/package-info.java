/** Charms that relate to PostgreSQL, and servers of it. */
@NullMarked
package dev.charmsignals.postgres;

import org.jspecify.annotations.NullMarked;
