package dev.charmsignals.maven;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** The property project.build.outputTimestamp, in the forms that Maven's own plugins take. */
final class Timestamp {

  /** For projects that do not say: any fixed time will do, and zip begins in 1980. */
  private static final Instant DEFAULT = Instant.parse("1980-02-01T00:00:00Z");

  private Timestamp() {}

  static Instant of(@Nullable String text) throws MojoFailureException {
    if (text == null || text.length() < 2) {
      return DEFAULT;
    }
    try {
      return text.chars().allMatch(c -> c >= '0' && c <= '9')
          ? Instant.ofEpochSecond(Long.parseLong(text))
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException | NumberFormatException e) {
      throw new MojoFailureException(
          "project.build.outputTimestamp is \"%s\"; write for example 2026-01-31T00:00:00Z"
              .formatted(text),
          e);
    }
  }
}
