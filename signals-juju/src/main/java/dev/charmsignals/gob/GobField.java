package dev.charmsignals.gob;

/**
 * One field of a struct.
 *
 * @param name the name in Go, by which both sides match fields
 * @param kind what it holds
 */
public record GobField(String name, GobKind kind) {}
