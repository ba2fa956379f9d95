package dev.charmsignals.testkit.world;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/** When secrets are to be rotated. */
final class Rotation {

  /** How soon an owner is reminded that did nothing. */
  static final Duration REMINDER = Duration.ofMinutes(5);

  private Rotation() {}

  static boolean willRotate(String policy) {
    return !policy.isEmpty() && !policy.equals("never");
  }

  static Instant next(String policy, Instant last) {
    ZonedDateTime from = last.atZone(ZoneOffset.UTC);
    return switch (policy) {
      case "hourly" -> from.plusHours(1).toInstant();
      case "daily" -> from.plusDays(1).toInstant();
      case "weekly" -> from.plusDays(7).toInstant();
      case "monthly" -> from.plusMonths(1).toInstant();
      case "quarterly" -> from.plusMonths(3).toInstant();
      case "yearly" -> from.plusYears(1).toInstant();
      default -> throw new IllegalArgumentException("\"" + policy + "\" is no rotation policy");
    };
  }

  /**
   * The owner has run secret-rotate: it is due again after the interval, or soon if there is no new
   * revision or the secret expires before.
   */
  static void rotated(Secret secret, int before, Instant now) {
    if (!willRotate(secret.rotation())) {
      return;
    }
    Instant last = secret.rotates().orElse(now);
    Instant next = next(secret.rotation(), last);
    Instant soon = last.plus(REMINDER);
    Optional<Instant> expiry = secret.expiry();
    boolean tooLate =
        expiry.isPresent() && expiry.get().isBefore(next) && soon.isBefore(expiry.get());
    next = tooLate || secret.latest() == before ? soon : next;
    secret.rotates(next.isBefore(now) ? now.plus(REMINDER) : next);
  }
}
