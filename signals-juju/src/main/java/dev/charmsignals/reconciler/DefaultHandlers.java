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
    observe(on.remove(), Deed.REMOVE);
    observe(on.install(), Deed.RECONCILE);
    observe(on.configChanged(), Deed.RECONCILE);
    observe(on.start(), Deed.RECONCILE); // no config-changed follows a reboot
    observe(on.leaderElected(), Deed.RECONCILE);
    for (EventSource<? extends HookEvent> source : ofComponents) {
      observe(source, Deed.RECONCILE);
    }
    observe(on.updateStatus(), Deed.UPDATE_STATUS);
  }

  /** Observes it unless its hook is taken: what several components ask for is done once. */
  private <E extends HookEvent> void observe(EventSource<E> source, Deed deed) {
    if (observed.add(source.hook().hookName())) {
      observers.observe(source, new Doing(reconciler, deed));
    }
  }

  private enum Deed {
    RECONCILE,
    UPDATE_STATUS,
    REMOVE
  }

  /** A class, because a lambda costs more to load, in every hook. */
  private record Doing(Reconciler reconciler, Deed deed) implements Handler<HookEvent> {

    @Override
    public void handle(HookEvent event) {
      switch (deed) {
        case RECONCILE -> reconciler.reconcile();
        case UPDATE_STATUS -> reconciler.updateStatus();
        case REMOVE -> reconciler.remove();
      }
    }
  }
}
