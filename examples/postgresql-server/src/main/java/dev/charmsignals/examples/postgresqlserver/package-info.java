/** A charm that gives related charms databases, and follows the primary when it moves. */
@NullMarked
package dev.charmsignals.examples.postgresqlserver;

import org.jspecify.annotations.NullMarked;
