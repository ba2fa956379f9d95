package dev.charmsignals.testkit.command;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The flags and values that secret-add and secret-set share. */
final class SecretArguments {

  static final List<Option> OPTIONS =
      List.of(
          text("expire", "either a duration or time when the secret should expire"),
          text("rotate", "the secret rotation policy"),
          text("description", "the secret description"),
          text("label", "a label used to identify the secret in hooks"),
          text("file", "a YAML file containing secret key values"),
          text("owner", "the owner of the secret, either the application or unit"));

  private static final Pattern KEY = Pattern.compile("[a-z](?:-?[a-z0-9]){2,}");
  private static final Set<String> ROTATIONS =
      Set.of("never", "hourly", "daily", "weekly", "monthly", "quarterly", "yearly");
  private static final int LARGEST = 1_000_000;

  private final Call call;
  private final Map<String, String> content = new LinkedHashMap<>();

  private SecretArguments(Call call) {
    this.call = call;
  }

  private static Option text(String name, String summary) {
    return new Option(List.of(name), Option.Kind.TEXT, summary);
  }

  /** Understands a call; the values are those of its positionals from an index on. */
  static SecretChange of(Call call, int from) {
    return new SecretArguments(call).change(from);
  }

  private SecretChange change(int from) {
    Flags flags = call.flags();
    Optional<Instant> expiry = flags.text("expire").map(this::expiry);
    flags
        .text("rotate")
        .filter(policy -> !ROTATIONS.contains(policy))
        .ifPresent(policy -> refuse("rotate policy", policy));
    flags
        .text("owner")
        .filter(owner -> !owner.equals("unit") && !owner.equals("application"))
        .ifPresent(owner -> refuse("secret owner", owner));
    List<String> positionals = flags.positionals();
    for (String argument : positionals.subList(from, positionals.size())) {
      // The padding of base64 is no equals sign that divides.
      int equals = argument.replaceAll("=+$", "").indexOf('=');
      if (equals < 1) {
        refuse("key value", argument);
      }
      put(argument.substring(0, equals), argument.substring(equals + 1));
    }
    flags.text("file").ifPresent(file -> YamlSettings.parse(call.read(file)).forEach(this::put));
    refuseTooLarge();
    return new SecretChange(
        content, flags.text("label"), flags.text("description"), flags.text("rotate"), expiry);
  }

  private void put(String name, String value) {
    int mark = name.indexOf('#');
    String key = mark < 0 ? name : name.substring(0, mark);
    String kind = mark < 0 ? "" : name.substring(mark);
    if (!KEY.matcher(key).matches() || !Set.of("", "#base64", "#file").contains(kind)) {
      refuse("key", kind.equals("#base64") || kind.equals("#file") ? key : name);
    }
    byte[] bytes = kind.equals("#file") ? call.read(value) : value.getBytes(StandardCharsets.UTF_8);
    content.put(key, kind.equals("#base64") ? value : Base64.getEncoder().encodeToString(bytes));
  }

  private void refuseTooLarge() {
    int total = 0;
    for (Map.Entry<String, String> entry : content.entrySet()) {
      int size = entry.getValue().length();
      if (size > LARGEST) {
        throw new UsageFailure(
            "secret content for key %s too large: %d bytes"
                .formatted(GoText.quote(entry.getKey()), size));
      }
      total += size;
    }
    if (total > LARGEST) {
      throw new UsageFailure("secret content too large: %d bytes".formatted(total));
    }
  }

  private Instant expiry(String text) {
    Optional<Instant> moment = moment(text);
    if (moment.isPresent()) {
      return moment.get();
    }
    Duration duration =
        GoDuration.parse(text)
            .orElseThrow(() -> new UsageFailure("expire time or duration " + notValid(text)));
    if (duration.isNegative() || duration.isZero()) {
      refuse("negative expire duration", text);
    }
    return call.context().secrets().now().plus(duration);
  }

  private static Optional<Instant> moment(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException withoutZone) {
      try {
        return Optional.of(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }
  }

  private static void refuse(String what, String value) {
    throw new UsageFailure(what + " " + notValid(value));
  }

  private static String notValid(String value) {
    return GoText.quote(value) + " not valid";
  }
}
