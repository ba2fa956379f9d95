package dev.charmsignals.event;

import dev.charmsignals.hook.StorageHook;
import dev.charmsignals.hook.StorageStep;
import dev.charmsignals.model.Storage;
import java.util.Optional;

/** Something that happened to a storage of this unit (contract §1.2). */
public sealed interface StorageEvent extends HookEvent, DeferrableEvent {

  @Override
  StorageHook hook();

  /** Returns the storage's name in this charm's metadata, such as {@code data}. */
  String storageName();

  /** Returns Juju's id of this one, such as {@code data/0}. */
  String storageId();

  /** Returns the storage itself; asks nothing. */
  default Storage storage() {
    return delivery().session().model().storages().get(storageId());
  }

  /** Returns where it was mounted when Juju told; {@code storage-get} tells it, too. */
  Optional<String> location();

  /**
   * A storage is there to be used. Comes before install for a storage of a new unit.
   *
   * @param storageName the storage's name
   * @param storageId Juju's id of this one
   * @param location where it is mounted
   * @param delivery what binds it to the hook that runs
   */
  record Attached(
      String storageName, String storageId, Optional<String> location, Delivery delivery)
      implements StorageEvent {

    @Override
    public StorageHook hook() {
      return new StorageHook(storageName, StorageStep.ATTACHED);
    }
  }

  /**
   * A storage is about to be taken away: the last moment to write to it.
   *
   * @param storageName the storage's name
   * @param storageId Juju's id of this one
   * @param location where it is mounted
   * @param delivery what binds it to the hook that runs
   */
  record Detaching(
      String storageName, String storageId, Optional<String> location, Delivery delivery)
      implements StorageEvent {

    @Override
    public StorageHook hook() {
      return new StorageHook(storageName, StorageStep.DETACHING);
    }
  }
}
