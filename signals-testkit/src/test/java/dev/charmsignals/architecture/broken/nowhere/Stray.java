package dev.charmsignals.architecture.broken.nowhere;

/** In a package that nobody gave a place. */
public final class Stray {}
