package dev.charmsignals.testkit.command;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the owner of a secret may know of it, which is everything but its content.
 *
 * @param revision the newest one
 * @param label the owner's name for it; possibly empty
 * @param owner {@code application} or {@code unit}
 * @param description for people; possibly empty
 * @param rotation such as {@code monthly}; possibly empty
 * @param expiry when the newest revision expires
 * @param rotates when it is to be rotated next
 * @param access who may read it
 */
public record SecretMetadata(
    int revision,
    String label,
    String owner,
    String description,
    String rotation,
    Optional<Instant> expiry,
    Optional<Instant> rotates,
    List<Access> access) {

  /**
   * Somebody who may read a secret.
   *
   * @param target such as {@code application-panel} or {@code unit-panel-0}
   * @param scope such as {@code relation-panel.db#database.db}
   * @param role always {@code view}
   */
  public record Access(String target, String scope, String role) {}

  /** Copies the list. */
  public SecretMetadata {
    access = List.copyOf(access);
  }
}
