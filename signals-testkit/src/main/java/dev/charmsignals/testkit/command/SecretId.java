package dev.charmsignals.testkit.command;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands the names of secrets: {@code secret:<id>}, with or without model, or the bare id. */
final class SecretId {

  private static final Pattern URI =
      Pattern.compile(
          "(?:secret:)?(?://?)?(?:[a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12}/)?"
              + "(?<id>[0-9a-z]{20})");

  private SecretId() {}

  /** Returns the bare id, or refuses what is none. */
  static String of(String text) {
    Matcher matcher = URI.matcher(text);
    if (!matcher.matches()) {
      int colon = text.indexOf(':');
      if (colon > 0 && !text.startsWith("secret:")) {
        throw new UsageFailure(
            "secret URI scheme " + GoText.quote(text.substring(0, colon)) + " not valid");
      }
      throw new UsageFailure("secret URI " + GoText.quote(text) + " not valid");
    }
    return matcher.group("id");
  }

  /** Returns the id that is a command's first argument. */
  static String required(Call call) {
    return of(call.flags().positional(0).orElseThrow(() -> new UsageFailure("missing secret URI")));
  }
}
