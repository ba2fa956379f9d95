/** Tests of what the bus keeps, without a hook around it. */
@NullMarked
package dev.charmsignals.bus;

import org.jspecify.annotations.NullMarked;
