/** A charm that connects to a database, and follows it when the primary or the password change. */
@NullMarked
package dev.charmsignals.examples.databaseclient;

import org.jspecify.annotations.NullMarked;
