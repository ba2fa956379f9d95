/**
 * The {@code postgresql_client} interface, which today's PostgreSQL charms speak: a client that
 * ends in a connection string, and the provider's side of it.
 *
 * <p>Below are {@code postgresql}, whose words it shares with the client of the older {@code pgsql}
 * interface, and {@code charm}; nothing of the framework builds on it.
 */
@NullMarked
package dev.charmsignals.postgresqlclient;

import org.jspecify.annotations.NullMarked;
