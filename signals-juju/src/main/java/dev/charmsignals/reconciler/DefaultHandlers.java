package dev.charmsignals.reconciler;

import dev.charmsignals.event.EventSource;
import dev.charmsignals.event.Events;
import dev.charmsignals.event.Handler;
import dev.charmsignals.event.HookEvent;
import dev.charmsignals.event.Observers;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a reconciler does in which hook; in each at most one thing. */
final class DefaultHandlers {

  private final Reconciler reconciler;
  private final Observers observers;
  private final Set<String> observed = new HashSet<>();

  DefaultHandlers(Reconciler reconciler, Observers observers) {
    this.reconciler = reconciler;
    this.observers = observers;
  }

  void install(Events on, List<EventSource<? extends HookEvent>> ofComponents) {
    observe(on.remove(), event -> reconciler.remove());
    observe(on.install(), event -> reconciler.reconcile());
    observe(on.configChanged(), event -> reconciler.reconcile());
    observe(on.leaderElected(), event -> reconciler.reconcile());
    for (EventSource<? extends HookEvent> source : ofComponents) {
      observe(source, event -> reconciler.reconcile());
    }
    observe(on.updateStatus(), event -> reconciler.updateStatus());
  }

  /** Observes it unless its hook is taken: what several components ask for is done once. */
  private <E extends HookEvent> void observe(EventSource<E> source, Handler<HookEvent> handler) {
    if (observed.add(source.hook().hookName())) {
      observers.observe(source, handler);
    }
  }
}
