/**
 * What there is to say of a Juju secret, as values: its reference, its content, its terms. Imports
 * no sibling; {@code hooktools} carries them to Juju and {@code model} gives them to charms.
 */
@NullMarked
package dev.charmsignals.secret;

import org.jspecify.annotations.NullMarked;
