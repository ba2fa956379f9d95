/**
 * HTTP/1.1, multipart bodies and websockets over a Unix socket, as far as Pebble needs them.
 *
 * <p>Used by {@code pebble}, and by the simulated daemon of the test kit for the other end; not for
 * charms. Knows nothing of Pebble, loads nothing outside the JDK, and bounds in size and time
 * whatever the other end sends.
 */
@NullMarked
package dev.charmsignals.pebble.http;

import org.jspecify.annotations.NullMarked;
