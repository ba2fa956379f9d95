/** Juju's names as values: units and relations. Imports no sibling. */
@NullMarked
package dev.charmsignals.name;

import org.jspecify.annotations.NullMarked;
