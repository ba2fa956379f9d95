/** Signals from charm to charm through the simulated Juju: what the product promises. */
@NullMarked
package dev.charmsignals.delivery;

import org.jspecify.annotations.NullMarked;
