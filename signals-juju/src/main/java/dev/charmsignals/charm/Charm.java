package dev.charmsignals.charm;

/** A charm: observes what happens to its unit. Created anew for every hook. */
public abstract class Charm {

  /** Called by the author's constructor with the context it was handed. */
  protected Charm(CharmContext context) {}
}
