/**
 * The archive that Juju deploys: a zip with Unix permissions, the same bytes from the same files.
 */
@NullMarked
package dev.charmsignals.packing.archive;

import org.jspecify.annotations.NullMarked;
