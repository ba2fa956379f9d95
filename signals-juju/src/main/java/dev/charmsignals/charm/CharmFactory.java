package dev.charmsignals.charm;

/** Creates the charm for one hook; usually its constructor, as in {@code MyCharm::new}. */
@FunctionalInterface
public interface CharmFactory {

  /** Returns a new charm that has registered all its observers. */
  Charm create(CharmContext context);
}
