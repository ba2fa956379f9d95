package dev.charmsignals.reconciler;

import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.ContainerEvents;
import dev.charmsignals.event.EventSource;
import dev.charmsignals.event.HookEvent;
import dev.charmsignals.model.Status;
import dev.charmsignals.pebble.Container;
import java.util.List;

/** Holds back what depends on it while a workload container cannot be reached. Does nothing. */
public final class PebbleGate implements Component {

  private final String name;
  private final Container container;
  private final ContainerEvents on;

  /**
   * Creates it, for {@link Reconciler#add}.
   *
   * @throws dev.charmsignals.name.UndeclaredNameException when the charm declares no such container
   */
  public PebbleGate(String name, CharmContext context, String container) {
    this.name = name;
    this.container = context.session().container(container);
    this.on = context.events().container(container);
  }

  @Override
  public String name() {
    return name;
  }

  /** Returns active while the container's Pebble answers, and waiting otherwise. */
  @Override
  public Status status() {
    return status(container);
  }

  static Status status(Container container) {
    return container.canConnect()
        ? Status.active()
        : Status.waiting("Waiting for Pebble to be ready.");
  }

  /** Returns what tells that the container has come up, or that its health has changed. */
  @Override
  public List<EventSource<? extends HookEvent>> events() {
    return events(on);
  }

  static List<EventSource<? extends HookEvent>> events(ContainerEvents on) {
    return List.of(on.pebbleReady(), on.checkFailed(), on.checkRecovered());
  }
}
