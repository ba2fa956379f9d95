/** Juju's names: of units, relations and the charm's endpoints. Imports no sibling. */
@NullMarked
package dev.charmsignals.name;

import org.jspecify.annotations.NullMarked;
