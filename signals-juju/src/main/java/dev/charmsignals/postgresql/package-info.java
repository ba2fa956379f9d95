/**
 * PostgreSQL as a charm sees it: connection strings in the two forms that libpq reads and as Java's
 * driver wants them; and what the clients of all its relation interfaces share, which is what a
 * charm asks for and the events that tell it what it got, and with the providers what is kept of an
 * event. A server's <em>master</em>, in the word of the older interface, is what PostgreSQL calls
 * the primary: the one that takes writes.
 *
 * <p>Connection strings build on {@code signals-core} alone, the rest on {@code event} and {@code
 * model}; {@code pgsql} and {@code postgresqlclient} are the clients. The driver is loaded by
 * {@link dev.charmsignals.postgresql.ConnectionString#dataSource()} alone, and a charm that
 * connects brings it.
 */
@NullMarked
package dev.charmsignals.postgresql;

import org.jspecify.annotations.NullMarked;
