/**
 * Real PostgreSQL for tests: servers that are started for a test and gone after it, and libpq to
 * compare with.
 *
 * <p>Not published: charms that want such servers in their own tests have libraries for it.
 */
@NullMarked
package dev.charmsignals.examples.together.postgresql;

import org.jspecify.annotations.NullMarked;
