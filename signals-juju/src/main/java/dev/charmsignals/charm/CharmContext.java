package dev.charmsignals.charm;

/** Everything one hook knows, handed to the charm's constructor. */
public final class CharmContext {

  CharmContext() {}
}
