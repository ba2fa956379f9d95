package dev.charmsignals.hooktools;

import dev.charmsignals.secret.SecretInfo;
import dev.charmsignals.secret.SecretRef;
import dev.charmsignals.secret.SecretRotation;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads what Juju tells of secrets. */
final class SecretAnswers {

  private SecretAnswers() {}

  static SecretInfo info(SecretRef ref, AnswerObject answer) {
    return new SecretInfo(
        ref,
        answer.number("revision"),
        answer.text("label"),
        answer.text("owner").orElse("").equals("unit"),
        answer.text("description"),
        SecretRotation.ofWord(answer.text("rotation").orElse("")).orElse(SecretRotation.NEVER),
        time(answer.text("rotates")),
        time(answer.text("expiry")));
  }

  private static Optional<Instant> time(Optional<String> text) {
    try {
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(OffsetDateTime.parse(text.get()).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty(); // for people to read, and not worth a failed hook
    }
  }
}
