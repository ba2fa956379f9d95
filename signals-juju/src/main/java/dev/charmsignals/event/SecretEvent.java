package dev.charmsignals.event;

import dev.charmsignals.hook.SecretHook;
import dev.charmsignals.model.Secret;
import dev.charmsignals.secret.SecretRef;
import java.util.Optional;

/**
 * Something that happened to a secret (contract §2.17). No event holds what the secret says.
 *
 * <p>A secret's label is this side's own name for it, and empty where none was given.
 */
public sealed interface SecretEvent extends HookEvent {

  @Override
  SecretHook hook();

  /** Returns Juju's id of the secret. */
  String secretId();

  /** Returns this side's name for it. */
  Optional<String> label();

  /** Returns the secret itself; asks nothing. */
  default Secret secret() {
    return delivery().session().model().secrets().get(new SecretRef(secretId()));
  }

  /**
   * The owner of a secret that this unit reads has made a new revision of it.
   *
   * @param secretId Juju's id of the secret
   * @param label this side's name for it
   * @param delivery what binds it to the hook that runs
   */
  record Changed(String secretId, Optional<String> label, Delivery delivery)
      implements SecretEvent, DeferrableEvent {

    @Override
    public SecretHook hook() {
      return SecretHook.CHANGED;
    }
  }

  /**
   * It is time for the owner, which this side is, to make a new revision. Told again until that has
   * happened, so it is not deferred.
   *
   * @param secretId Juju's id of the secret
   * @param label this side's name for it
   * @param delivery what binds it to the hook that runs
   */
  record Rotate(String secretId, Optional<String> label, Delivery delivery) implements SecretEvent {

    @Override
    public SecretHook hook() {
      return SecretHook.ROTATE;
    }
  }

  /**
   * A revision of a secret that this side owns has expired and is to be removed. Told again until
   * that has happened, so it is not deferred.
   *
   * @param secretId Juju's id of the secret
   * @param label this side's name for it
   * @param revision the revision that has expired
   * @param delivery what binds it to the hook that runs
   */
  record Expired(String secretId, Optional<String> label, int revision, Delivery delivery)
      implements SecretEvent {

    @Override
    public SecretHook hook() {
      return SecretHook.EXPIRED;
    }
  }

  /**
   * Nobody reads a revision of a secret that this side owns any more, so that it can be removed.
   *
   * @param secretId Juju's id of the secret
   * @param label this side's name for it
   * @param revision the revision that nobody reads
   * @param delivery what binds it to the hook that runs
   */
  record Remove(String secretId, Optional<String> label, int revision, Delivery delivery)
      implements SecretEvent, DeferrableEvent {

    @Override
    public SecretHook hook() {
      return SecretHook.REMOVE;
    }
  }
}
