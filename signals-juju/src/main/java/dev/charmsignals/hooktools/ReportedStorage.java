package dev.charmsignals.hooktools;

import java.nio.file.Path;

/**
 * A storage as Juju reports it.
 *
 * @param kind {@code filesystem} or {@code block}
 * @param location the directory it is mounted at, or the device
 */
public record ReportedStorage(String kind, Path location) {}
