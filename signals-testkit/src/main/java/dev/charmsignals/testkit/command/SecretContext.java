package dev.charmsignals.testkit.command;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;

/**
 * What the secret commands may ask and change; contract section 2.17.
 *
 * <p>Secrets are named by their bare ids of 20 letters and digits. Content is base64 by key.
 * Everything but what reading pins takes effect with the hook's commit.
 */
public interface SecretContext {

  /** Returns the time from which an expiry that is a duration counts. */
  Instant now();

  /** Adds a secret and returns its id; its owner is the application, or this unit. */
  String add(SecretChange change, boolean ownedByUnit);

  /** Changes a secret. */
  void set(String id, SecretChange change);

  /**
   * Returns a secret's content as this unit sees it.
   *
   * @param id empty to look for the label
   * @param label with an id, the name to give the secret; possibly empty
   * @param refresh whether to see the newest revision from now on
   * @param peek whether to see the newest revision just this time
   */
  Map<String, String> get(Optional<String> id, String label, boolean refresh, boolean peek);

  /** Returns the secrets that this unit may manage, by id, with what this hook has changed. */
  SortedMap<String, SecretMetadata> metadata();

  /** Lets the other application of a relation, or one unit of it, read a secret. */
  void grant(String id, int relation, Optional<String> unit);

  /** Takes that back from an application or a unit, or both. */
  void revoke(String id, Optional<String> application, Optional<String> unit);

  /** Removes one revision, or all. */
  void remove(String id, OptionalInt revision);
}
