/**
 * What the charm's {@code metadata.yaml} declares, read in about a millisecond.
 *
 * <p>A scanner understands the block style that charms are written in and says so when it does not;
 * only then is a YAML parser loaded. Imports {@code name} alone; the neighbour is {@code charm},
 * which checks the endpoints an author names against the declared ones.
 */
@NullMarked
package dev.charmsignals.metadata;

import org.jspecify.annotations.NullMarked;
