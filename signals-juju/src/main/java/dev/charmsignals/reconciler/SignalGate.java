package dev.charmsignals.reconciler;

import dev.charmsignals.bus.SignalEndpoint;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.EventSource;
import dev.charmsignals.event.HookEvent;
import dev.charmsignals.event.RelationEvent;
import dev.charmsignals.event.RelationEvents;
import dev.charmsignals.model.Relation;
import dev.charmsignals.model.Status;
import dev.charmsignals.signal.Signal;
import dev.charmsignals.signal.SignalSource;
import java.util.List;

/**
 * Holds back what depends on it until a remote unit has emitted a signal.
 *
 * <p>A signal comes once, so what was heard is kept in charm state, until the relation it came over
 * is gone for good: a relation that was suspended comes back with the gate open. Made in the
 * charm's constructor, after the signals are bound and before the handlers are installed; a run in
 * the hook that brings the signal finds the gate open.
 */
public final class SignalGate implements Component {

  private final String name;
  private final CharmContext context;
  private final SignalSource<?> opening;
  private final String endpoint;
  private final Heard heard;

  /**
   * Creates it, for {@link Reconciler#add}.
   *
   * @param opening the signal that opens it
   * @throws dev.charmsignals.bus.SignalBindingException when that is not bound to this charm
   */
  public <T extends Signal> SignalGate(String name, CharmContext context, SignalSource<T> opening) {
    this.name = name;
    this.context = context;
    this.opening = opening;
    this.heard = new Heard(context.session().state(), name);
    SignalEndpoint signals = context.signals().of(opening.binding(), opening.name());
    this.endpoint = signals.endpoint();
    signals.observe(
        opening, observer(opening), event -> heard.open(event.relation().id(), event.emitter()));
    RelationEvents on = context.events().relation(endpoint);
    context.observers().observe(on.departed(), this::forget);
    context.observers().observe(on.joined(), this::forget);
  }

  /**
   * Has another signal of the same endpoint shut the gate again: it is waiting while the last word
   * of any unit is this signal. A unit that leaves has no word any more, also if the hook that
   * tells of it was skipped.
   */
  public <T extends Signal> SignalGate shutBy(SignalSource<T> shutting) {
    context
        .signals()
        .of(shutting.binding(), shutting.name())
        .observe(
            shutting,
            observer(shutting),
            event -> heard.shut(event.relation().id(), event.emitter()));
    return this;
  }

  @Override
  public String name() {
    return name;
  }

  /** Returns active when the signal was heard, and waiting otherwise. */
  @Override
  public Status status() {
    boolean open = false;
    for (Relation relation : RelatedCount.living(context, endpoint)) {
      if (heard.isShut(relation)) {
        return Status.waiting(
            "Shut by a signal of " + endpoint + "; waiting for " + opening.name());
      }
      open |= heard.isOpen(relation);
    }
    return open
        ? Status.active()
        : Status.waiting("Waiting for signal " + opening.name() + " of " + endpoint);
  }

  /** Forgets what was said over relations, and by units, that are gone. */
  @Override
  public void configureUnit() {
    heard.keepOnly(RelatedCount.living(context, endpoint));
  }

  /** Returns the events that can bring a signal or take one away. */
  @Override
  public List<EventSource<? extends HookEvent>> events() {
    RelationEvents on = context.events().relation(endpoint);
    return List.of(
        on.changed(),
        on.departed(),
        on.broken(),
        context.events().start(),
        context.events().upgradeCharm());
  }

  /** A name for good: deferred signals are kept under it. */
  private String observer(SignalSource<?> source) {
    return "gate " + name + " " + source.name();
  }

  /**
   * A unit that departs has no word any more, and one that joins has none yet: on Kubernetes it may
   * have the name of one whose departed hook was skipped.
   */
  private void forget(RelationEvent event) {
    if (event.unit().isPresent()) {
      heard.forget(event.relation().id(), event.unit().get());
    }
  }
}
