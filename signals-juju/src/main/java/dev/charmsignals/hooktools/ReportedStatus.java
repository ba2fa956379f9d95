package dev.charmsignals.hooktools;

/**
 * A status as Juju reports it.
 *
 * @param status the word, such as {@code active}; one that Juju sets itself is possible too
 * @param message the text next to it; may be empty
 */
public record ReportedStatus(String status, String message) {}
