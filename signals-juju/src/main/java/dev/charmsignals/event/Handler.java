package dev.charmsignals.event;

/**
 * What a charm does about an event; usually a method, as in {@code this::onInstall}.
 *
 * @param <E> the events it understands
 */
@FunctionalInterface
public interface Handler<E> {

  /**
   * Called on the hook's only thread, at least once per event: a hook that failed is run again,
   * apart from those of a {@link WorkloadEvent}.
   *
   * @throws Exception for any reason; the hook then fails, nothing is committed, and Juju retries
   */
  void handle(E event) throws Exception;
}
