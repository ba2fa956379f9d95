/** Tests of what a pool makes of its members, without a hook around it. */
@NullMarked
package dev.charmsignals.statuspool;

import org.jspecify.annotations.NullMarked;
