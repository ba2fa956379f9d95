/**
 * Both sides of the relation interface {@code pgsql}: a client that hands out connection strings
 * once the server has granted them, and what a server needs to answer clients.
 *
 * <p>Builds on {@code postgresql}, whose events and connection strings it uses, and {@code charm}.
 */
@NullMarked
package dev.charmsignals.pgsql;

import org.jspecify.annotations.NullMarked;
