/**
 * Status pools and layered statuses, through the simulated Juju. Tests that begin with {@code case}
 * or {@code correction} stand for a row of docs/reference/status-cases.md.
 */
@NullMarked
package dev.charmsignals.statuses;

import org.jspecify.annotations.NullMarked;
