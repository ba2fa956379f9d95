package dev.charmsignals.event;

import dev.charmsignals.hook.StorageHook;
import dev.charmsignals.hook.StorageStep;

/** The events of one declared storage, of which a unit may have several. Immutable. */
public final class StorageEvents {

  private final String storage;

  StorageEvents(String storage) {
    this.storage = storage;
  }

  /** Returns the source of {@link StorageEvent.Attached}. */
  public EventSource<StorageEvent.Attached> attached() {
    return source(StorageStep.ATTACHED, StorageEvent.Attached.class);
  }

  /** Returns the source of {@link StorageEvent.Detaching}. */
  public EventSource<StorageEvent.Detaching> detaching() {
    return source(StorageStep.DETACHING, StorageEvent.Detaching.class);
  }

  private <E extends StorageEvent> EventSource<E> source(StorageStep step, Class<E> type) {
    return new EventSource<>(new StorageHook(storage, step), type);
  }
}
