package dev.charmsignals.bus;

import dev.charmsignals.event.Observers;
import dev.charmsignals.model.HookSession;
import dev.charmsignals.signal.ObjectSignals;
import dev.charmsignals.signal.SignalBinding;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongSupplier;

/** The endpoints of one charm that carry signals, during one hook. */
public final class SignalEndpoints {

  private final HookSession session;
  private final Observers observers;
  private final Clock clock;
  private final LongSupplier ids;
  private final Set<String> bound = new HashSet<>();
  private final Set<String> reserved = new HashSet<>(2);

  /**
   * Creates the empty set.
   *
   * @param ids random 64-bit numbers, for streams that begin
   */
  public SignalEndpoints(HookSession session, Observers observers, Clock clock, LongSupplier ids) {
    this.session = session;
    this.observers = observers;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Binds signals to an endpoint.
   *
   * @throws SignalBindingException when the endpoint carries signals already, or is reserved
   * @throws dev.charmsignals.name.UndeclaredEndpointException when the charm does not declare it
   */
  public void bind(ObjectSignals signals, String endpoint) {
    observers.requireOpen(endpoint);
    if (reserved.contains(endpoint)) {
      throw otherFormat(endpoint);
    }
    if (!bound.add(endpoint)) {
      throw new SignalBindingException(
          endpoint,
          "Endpoint \"%s\" carries signals already; declare them all in one ObjectSignals, or bind"
                  .formatted(endpoint)
              + " %s to another endpoint".formatted(signals.getClass().getSimpleName()));
    }
    SignalEndpoint.bind(signals, endpoint, session, observers, clock, ids);
  }

  /**
   * Keeps an endpoint free of signals, for a part of the charm that writes to its bags in another
   * format.
   *
   * @throws SignalBindingException when it carries signals already, or another such part has it
   */
  public void reserve(String endpoint) {
    observers.requireOpen(endpoint);
    if (bound.contains(endpoint) || !reserved.add(endpoint)) {
      throw otherFormat(endpoint);
    }
  }

  private static SignalBindingException otherFormat(String endpoint) {
    return new SignalBindingException(
        endpoint,
        "Endpoint \"%s\" carries signals of one format already, and its other side would take those"
                .formatted(endpoint)
            + " of another for its own; declare an endpoint for each, such as \"%s-old\""
                .formatted(endpoint));
  }

  /**
   * Returns the endpoint that signals are bound to, for somebody to observe it.
   *
   * @param observed what is to be observed, for messages
   * @throws SignalBindingException when it belongs to another charm
   */
  public SignalEndpoint of(SignalBinding binding, String observed) {
    observers.requireOpen(observed);
    if (binding instanceof SignalEndpoint endpoint && bound.contains(endpoint.endpoint())) {
      return endpoint;
    }
    throw new SignalBindingException(
        observed,
        "\"%s\" is bound to %s, which is not an endpoint of this charm; make the signals in this"
                .formatted(observed, binding)
            + " charm, as in signals(new MySignals(), \"channel\")");
  }
}
