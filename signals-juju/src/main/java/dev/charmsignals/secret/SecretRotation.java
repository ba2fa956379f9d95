package dev.charmsignals.secret;

import java.util.Locale;
import java.util.Optional;

/** How often Juju tells the owner of a secret to replace its content. */
public enum SecretRotation {
  /** It does not. */
  NEVER,
  /** Every hour. */
  HOURLY,
  /** Every day. */
  DAILY,
  /** Every week. */
  WEEKLY,
  /** Every month. */
  MONTHLY,
  /** Every three months. */
  QUARTERLY,
  /** Every year. */
  YEARLY;

  /** Returns Juju's word. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the policy of that word, if there is one. */
  public static Optional<SecretRotation> ofWord(String word) {
    for (SecretRotation policy : values()) {
      if (policy.word().equals(word)) {
        return Optional.of(policy);
      }
    }
    return Optional.empty();
  }
}
