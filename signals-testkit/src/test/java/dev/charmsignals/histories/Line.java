package dev.charmsignals.histories;

import dev.charmsignals.signal.Emission;
import dev.charmsignals.signal.SignalSource;
import dev.charmsignals.signal.SignalTarget;

/** One signal of an endpoint, in the shape that an edition of the charm gives it. */
record Line<T extends Said>(SignalSource<T> source, Shape<T> shape) {

  /** Makes a signal of what it is to say. */
  interface Shape<T extends Said> {
    T of(long n, String pad);
  }

  Emission emit(long n, String pad) {
    return source.emit(shape.of(n, pad));
  }

  Emission emitTo(SignalTarget target, long n, String pad) {
    return source.emitTo(target, shape.of(n, pad));
  }
}
