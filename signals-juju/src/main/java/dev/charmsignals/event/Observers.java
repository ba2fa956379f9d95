package dev.charmsignals.event;

import dev.charmsignals.hook.Hook;
import dev.charmsignals.model.HookSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Those who want to know of one hook, in the order in which they registered.
 *
 * <p>Filled while the charm is constructed and then sealed. Only those that this hook concerns are
 * kept, so a hook that nobody observes is over before it asks the agent anything.
 */
public final class Observers {

  private final Hook hook;
  private final List<Observer<?>> concerned = new ArrayList<>();
  private final List<Prelude> preludes = new ArrayList<>();
  private boolean sealed;

  /** Something done before the event of a hook that is observed. */
  @FunctionalInterface
  public interface Prelude {

    /**
     * Does it.
     *
     * @throws Exception for any reason; the hook then fails
     */
    void run() throws Exception;
  }

  /** Creates the empty list for a hook. */
  public Observers(Hook hook) {
    this.hook = hook;
  }

  /**
   * Registers a handler; several for one source are called in order.
   *
   * @throws LateObserverException when the charm is constructed already
   */
  public <E extends HookEvent> void observe(EventSource<E> source, Handler<? super E> handler) {
    Objects.requireNonNull(handler, "handler");
    requireOpen(source.hook().hookName());
    if (source.hook().hookName().equals(hook.hookName())) {
      concerned.add(new Observer<>(source.type(), handler));
    }
  }

  /** Has something done first in a hook that is observed, such as delivering what was deferred. */
  public void precede(Prelude prelude) {
    preludes.add(prelude);
  }

  /** Refuses further handlers; called when the charm's constructor has returned. */
  public void seal() {
    sealed = true;
  }

  /** Returns whether the charm has been constructed, so that its handlers may run. */
  public boolean isSealed() {
    return sealed;
  }

  /**
   * Checks that the charm is still being constructed.
   *
   * @param observed what somebody wants to observe, for the message
   * @throws LateObserverException when it is not
   */
  public void requireOpen(String observed) {
    if (sealed) {
      throw new LateObserverException(observed);
    }
  }

  /** Returns whether nobody observes this hook. */
  public boolean isEmpty() {
    return concerned.isEmpty();
  }

  /**
   * Tells all concerned of this hook's event.
   *
   * @throws Exception what the first failing handler threw; the ones after it are not called
   */
  public void deliver(HookSession session) throws Exception {
    if (concerned.isEmpty()) {
      return;
    }
    for (Prelude prelude : preludes) {
      prelude.run();
    }
    for (Observer<?> observer : concerned) {
      observer.tell(CurrentEvent.of(session.environment(), new Delivery(session)));
    }
  }

  /** A handler and the events it takes. */
  private record Observer<E extends HookEvent>(Class<E> type, Handler<? super E> handler) {

    void tell(HookEvent event) throws Exception {
      handler.handle(type.cast(event));
    }
  }
}
