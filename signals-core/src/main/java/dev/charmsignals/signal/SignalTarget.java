package dev.charmsignals.signal;

/** Where {@link SignalSource#emitTo} can send: one relation of the endpoint. */
public interface SignalTarget {

  /** Returns Juju's number of the relation, unique in the model. */
  int relationNumber();
}
