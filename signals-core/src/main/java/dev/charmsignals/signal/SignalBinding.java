package dev.charmsignals.signal;

import java.util.Optional;

/** The endpoint that a set of signals is bound to; what {@code emit} hands signals to. */
public interface SignalBinding {

  /**
   * Takes one signal, for one relation or for all of the endpoint.
   *
   * @param source where it was emitted
   * @param snapshot what it says, as JSON text within the size limit
   * @param target the one relation, or empty for all
   */
  Emission emit(SignalSource<?> source, String snapshot, Optional<SignalTarget> target);
}
