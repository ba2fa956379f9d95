package dev.charmsignals.reconciler;

import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.EventSource;
import dev.charmsignals.event.HookEvent;
import dev.charmsignals.model.Status;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Runs a charm's components in the order of their dependencies, doing as much as can be done, and
 * makes the unit's status of theirs.
 *
 * <pre>{@code
 * Reconciler reconciler = new Reconciler(context);
 * reconciler.add(workload);
 * reconciler.add(database).dependsOn(workload);
 * reconciler.installDefaultHandlers();
 * }</pre>
 *
 * <p>A component that is not active, or that failed, holds back those that depend on it and nobody
 * else. The unit shows the worst status with the component's name before it; the log says in every
 * run how each component stands and on whom it waits. Made in the charm's constructor, one in a
 * charm; used by the hook's only thread.
 */
public final class Reconciler {

  private final CharmContext context;
  private final Graph graph = new Graph();
  private boolean reconcilesOnUpdateStatus = true;
  private boolean showsProgress;
  private boolean installed;
  private boolean running;
  private @Nullable Round last;

  /**
   * Creates a reconciler without components.
   *
   * @throws ComponentGraphException when the charm has a reconciler already
   */
  public Reconciler(CharmContext context) {
    if (!context.claim(Reconciler.class)) {
      throw ComponentGraphException.secondReconciler();
    }
    this.context = context;
  }

  /**
   * Decides what update-status does: run all components, as it does unless this is called, or only
   * ask them how they stand and show the worst.
   */
  public Reconciler reconcileOnUpdateStatus(boolean reconcile) {
    this.reconcilesOnUpdateStatus = reconcile;
    return this;
  }

  /**
   * Shows as the unit's status which component is being run, at once, for each one in every run.
   * Meant for work that takes long; each costs a {@code status-set}.
   */
  public Reconciler showProgress() {
    this.showsProgress = true;
    return this;
  }

  /**
   * Adds a component, to be run after those that were added before unless one holds it back.
   *
   * @return the component's place, to say what it depends on
   * @throws ComponentGraphException when one of this name was added already, or the handlers are
   *     installed
   */
  public Dependant add(Component component) {
    return new Dependant(graph, graph.add(component));
  }

  /** Returns the components in the order in which they were added. */
  public List<Component> components() {
    List<Component> components = new ArrayList<>();
    for (Node node : graph.nodes()) {
      components.add(node.component());
    }
    return List.copyOf(components);
  }

  /** Returns the events that the components ask for, each once, in the order of the components. */
  public List<EventSource<? extends HookEvent>> events() {
    List<EventSource<? extends HookEvent>> events = new ArrayList<>();
    Set<String> hooks = new LinkedHashSet<>();
    for (Node node : graph.nodes()) {
      for (EventSource<? extends HookEvent> event : node.component().events()) {
        if (hooks.add(event.hook().hookName())) {
          events.add(event);
        }
      }
    }
    return List.copyOf(events);
  }

  /**
   * Observes install, config-changed, start, leader-elected, update-status and what the components
   * ask for, to reconcile, each hook once however many ask for it; and remove. Called last in the
   * charm's constructor, after its signals are bound, so that a run knows of the hook's signals.
   *
   * <p>Start is among them because a reboot, or a pod that replaces another, brings no
   * config-changed. Upgrade-charm is not: config-changed follows it.
   *
   * @throws ComponentGraphException when called twice
   */
  public void installDefaultHandlers() {
    if (installed) {
      throw ComponentGraphException.installedTwice();
    }
    installed = true;
    graph.close();
    new DefaultHandlers(this, context.observers()).install(context.events(), events());
  }

  /**
   * Runs the components and shows the worst status; called by the default handlers, or by one of
   * the charm's own. A call from within a run, as when a component causes an event, does nothing:
   * each component is run at most once.
   *
   * @throws EscalatedException when a component escalates its failure
   */
  public void reconcile() {
    if (running) {
      LoggerFactory.getLogger(Reconciler.class).debug("Reconciling already");
      return;
    }
    running = true;
    try {
      Run run = run();
      Round round = run.reconcile();
      last = round;
      run.show(round);
    } finally {
      running = false;
    }
  }

  /** Reconciles, or only shows how the components stand; see {@link #reconcileOnUpdateStatus}. */
  public void updateStatus() {
    if (reconcilesOnUpdateStatus) {
      LoggerFactory.getLogger(Reconciler.class)
          .info("On update-status: executing full charm reconcile because it is asked to");
      reconcile();
      return;
    }
    LoggerFactory.getLogger(Reconciler.class)
        .info("On update-status: computing the status only, because it is asked not to reconcile");
    Run run = run();
    Round round = run.look();
    last = round;
    run.show(round);
  }

  /**
   * Has every component undo its work, each before those it depends on; leaves the status alone.
   *
   * @throws EscalatedException when a component escalates its failure
   */
  public void remove() {
    run().remove();
  }

  /**
   * Returns how all components stand, the worst first: after the last run of this hook, or else as
   * they say now, for somebody who makes a status of his own of them.
   */
  public List<ComponentStatus> statuses() {
    Round known = last;
    if (known == null) {
      known = run().look();
      last = known;
    }
    return known.worstFirst();
  }

  /** Returns the worst of {@link #statuses} as the unit would show it; empty if none is known. */
  public Optional<Status> status() {
    return ComponentStatus.worst(statuses());
  }

  private Run run() {
    return new Run(graph, context.session(), showsProgress);
  }
}
