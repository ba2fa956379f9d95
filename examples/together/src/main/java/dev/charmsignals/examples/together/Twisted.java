package dev.charmsignals.examples.together;

import dev.charmsignals.event.EventSource;
import dev.charmsignals.event.HookEvent;
import dev.charmsignals.model.Status;
import dev.charmsignals.reconciler.Component;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * A component whose work or status is not its own.
 *
 * @param component the component
 * @param failure what its work throws instead of being done
 * @param answer what it says instead; empty to be as it is
 * @param silent whether it has no status
 */
record Twisted(
    Component component,
    Optional<RuntimeException> failure,
    Optional<Callable<Status>> answer,
    boolean silent)
    implements Component {

  static Twisted saying(Component component, Callable<Status> status) {
    return new Twisted(component, Optional.empty(), Optional.of(status), false);
  }

  static Twisted silent(Component component) {
    return new Twisted(component, Optional.empty(), Optional.empty(), true);
  }

  @Override
  public String name() {
    return component.name();
  }

  @Override
  public Status status() throws Exception {
    return answer.isPresent() ? answer.get().call() : component.status();
  }

  @Override
  public boolean hasStatus() {
    return !silent && component.hasStatus();
  }

  @Override
  public void configureUnit() throws Exception {
    if (failure.isPresent()) {
      throw failure.get();
    }
    component.configureUnit();
  }

  @Override
  public void configureAsLeader() throws Exception {
    component.configureAsLeader();
  }

  @Override
  public void configureAsNonLeader() throws Exception {
    component.configureAsNonLeader();
  }

  @Override
  public void remove() throws Exception {
    component.remove();
  }

  @Override
  public List<EventSource<? extends HookEvent>> events() {
    return component.events();
  }
}
