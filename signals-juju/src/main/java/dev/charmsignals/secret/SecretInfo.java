package dev.charmsignals.secret;

import java.time.Instant;
import java.util.Optional;

/**
 * What Juju tells the owner of a secret, its content aside.
 *
 * @param ref the secret
 * @param revision the newest revision, from 1
 * @param label the owner's name for it
 * @param ownedByUnit whether a unit owns it, and not an application
 * @param description what people read about it
 * @param rotation how often the owner is told to replace the content
 * @param rotates when that comes next
 * @param expiry when the newest revision expires
 */
public record SecretInfo(
    SecretRef ref,
    long revision,
    Optional<String> label,
    boolean ownedByUnit,
    Optional<String> description,
    SecretRotation rotation,
    Optional<Instant> rotates,
    Optional<Instant> expiry) {}
