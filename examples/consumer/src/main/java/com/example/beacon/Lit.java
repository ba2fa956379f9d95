package com.example.beacon;

import dev.charmsignals.signal.Signal;

/** A beacon burns. */
record Lit(String where) implements Signal {}
