package dev.charmsignals.secret;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an owner says about a secret, its content aside; what it does not mention stays as it is.
 *
 * <p>Immutable: each method returns other terms, as in {@code
 * SecretTerms.none().label("admin").rotate(SecretRotation.MONTHLY)}.
 */
public final class SecretTerms {

  private static final SecretTerms NONE = new SecretTerms(null, null, null, null);

  private final @Nullable String label;
  private final @Nullable String description;
  private final @Nullable SecretRotation rotation;
  private final @Nullable String expiry;

  private SecretTerms(
      @Nullable String label,
      @Nullable String description,
      @Nullable SecretRotation rotation,
      @Nullable String expiry) {
    this.label = label;
    this.description = description;
    this.rotation = rotation;
    this.expiry = expiry;
  }

  /** Terms that mention nothing. */
  public static SecretTerms none() {
    return NONE;
  }

  /** A name for the owner alone, by which it finds the secret again; unique in an application. */
  public SecretTerms label(String text) {
    return new SecretTerms(text, description, rotation, expiry);
  }

  /** What people read about it. */
  public SecretTerms description(String text) {
    return new SecretTerms(label, text, rotation, expiry);
  }

  /** How often the owner is told to replace the content. */
  public SecretTerms rotate(SecretRotation policy) {
    return new SecretTerms(label, description, policy, expiry);
  }

  /** When the owner is told that the revision should go; to the second. */
  public SecretTerms expireAt(Instant time) {
    String text = time.truncatedTo(ChronoUnit.SECONDS).toString();
    return new SecretTerms(label, description, rotation, text);
  }

  /**
   * How long from now until the owner is told that the revision should go; to the second.
   *
   * @throws IllegalArgumentException when it is shorter than a second
   */
  public SecretTerms expireAfter(Duration time) {
    if (time.toSeconds() < 1) {
      throw new IllegalArgumentException(
          "A secret cannot expire after %s; take a second or more".formatted(time));
    }
    return new SecretTerms(label, description, rotation, time.toSeconds() + "s");
  }

  /** Returns the label, if it is mentioned. */
  public Optional<String> label() {
    return Optional.ofNullable(label);
  }

  /** Returns the description, if it is mentioned. */
  public Optional<String> description() {
    return Optional.ofNullable(description);
  }

  /** Returns the policy, if it is mentioned. */
  public Optional<SecretRotation> rotation() {
    return Optional.ofNullable(rotation);
  }

  /** Returns the expiry in Juju's form, {@code 2030-01-31T12:00:00Z} or {@code 3600s}. */
  public Optional<String> expiry() {
    return Optional.ofNullable(expiry);
  }

  /** Returns what is mentioned. */
  @Override
  public String toString() {
    return "SecretTerms[label=%s, description=%s, rotation=%s, expiry=%s]"
        .formatted(label, description, rotation, expiry);
  }
}
