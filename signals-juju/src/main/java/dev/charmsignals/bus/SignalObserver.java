package dev.charmsignals.bus;

import dev.charmsignals.event.Handler;
import dev.charmsignals.log.Entry;
import dev.charmsignals.model.Relation;
import dev.charmsignals.signal.Signal;
import dev.charmsignals.signal.SignalSource;
import dev.charmsignals.snapshot.RestoreException;

/**
 * Somebody who wants the signals of one source.
 *
 * @param name what its deferred signals are kept under
 * @param source the source
 * @param handler what it does about them
 */
record SignalObserver<T extends Signal>(
    String name, SignalSource<T> source, Handler<? super SignalEvent<T>> handler) {

  /**
   * Makes the signal and hands it to the handler.
   *
   * @return whether the handler deferred it
   * @throws RestoreException when the entry does not fit the signal
   * @throws Exception what the handler threw
   */
  boolean tell(Origin origin, Relation relation, Entry entry) throws Exception {
    SignalEvent<T> event =
        new SignalEvent<>(name, source.decode(entry.snapshot()), origin, relation, entry);
    try {
      handler.handle(event);
    } finally {
      event.end();
    }
    return event.end();
  }
}
