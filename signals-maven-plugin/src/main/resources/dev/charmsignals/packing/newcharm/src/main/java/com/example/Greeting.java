package com.example;

import dev.charmsignals.signal.Signal;

/** Somebody says something. */
public record Greeting(String text) implements Signal {}
