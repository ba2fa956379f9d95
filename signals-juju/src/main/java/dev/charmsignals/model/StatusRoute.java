package dev.charmsignals.model;

/**
 * A way for statuses, from who sets them to where they are shown; see {@link Unit#routeStatus}.
 * Used by the hook's only thread.
 */
@FunctionalInterface
public interface StatusRoute {

  /** Takes a status as {@link Unit#setStatus} does. */
  void set(Status status);
}
