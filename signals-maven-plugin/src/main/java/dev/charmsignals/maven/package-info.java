/** The goals of the Maven plugin: thin, each hands what Maven knows to the packing. */
@NullMarked
package dev.charmsignals.maven;

import org.jspecify.annotations.NullMarked;
