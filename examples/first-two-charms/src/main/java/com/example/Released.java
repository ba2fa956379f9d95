package com.example;

import dev.charmsignals.signal.Signal;

/** A new version can be had. */
public record Released(String version) implements Signal {}
