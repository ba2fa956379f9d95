package dev.charmsignals.legacy;

import dev.charmsignals.event.LiveEventSource;
import dev.charmsignals.event.ObjectEvents;
import dev.charmsignals.event.OwnEventSource;
import dev.charmsignals.model.HookSession;

/** The events of a {@link LegacyEndpoint}; what its {@code on()} returns. */
public final class LegacyEvents extends ObjectEvents {

  private final OwnEventSource<LegacySignal.Kept> kept =
      source("signal-received", LegacySignal.Kept.class);
  private final LiveEventSource<LegacySignal.Kept, LegacySignal> received;

  LegacyEvents(HookSession session, String endpoint) {
    received = live(kept, emitted -> LegacySignal.of(emitted, session, endpoint));
  }

  /** Returns the source of the signals of the other side, whatever their names. */
  public LiveEventSource<?, LegacySignal> received() {
    return received;
  }

  void tell(LegacySignal.Kept signal) {
    kept.emit(signal);
  }
}
