package dev.charmsignals.hooktools;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Writes settings as the YAML that {@code --file -} reads (contract §2.6).
 *
 * <p>One double-quoted scalar for each key and value. Escaped are quotes, backslashes, and what
 * Juju's YAML 1.1 parser would refuse or change; everything else is sent as it is, characters
 * beyond U+FFFF included, because that parser has no surrogate pairs. Half a surrogate pair, which
 * UTF-8 cannot carry, becomes U+FFFD, as Juju would make it on the way to its controller.
 */
final class SettingsFile {

  /** The parser gives up looking for the colon after a key about this long. */
  private static final int LONGEST_KEY = 1000;

  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private SettingsFile() {}

  /**
   * Returns the text, in the order of the map.
   *
   * @throws IllegalArgumentException when a key is too long to be read back
   */
  static byte[] encode(Map<String, String> settings) {
    if (settings.isEmpty()) {
      return "{}\n".getBytes(StandardCharsets.UTF_8);
    }
    var text = new StringBuilder(256);
    for (Map.Entry<String, String> entry : settings.entrySet()) {
      int start = text.length();
      quote(entry.getKey(), text);
      if (text.length() - start > LONGEST_KEY) {
        throw new IllegalArgumentException(
            "A key of " + entry.getKey().length() + " characters is too long; 256 are safe");
      }
      text.append(": ");
      quote(entry.getValue(), text);
      text.append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the same as one line that JSON parsers read, too; for content of secrets. */
  static byte[] json(Map<String, String> values) {
    var text = new StringBuilder(256).append('{');
    for (Map.Entry<String, String> entry : values.entrySet()) {
      if (text.length() > 1) {
        text.append(", ");
      }
      quote(entry.getKey(), text);
      text.append(": ");
      quote(entry.getValue(), text);
    }
    return text.append("}\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void quote(String value, StringBuilder text) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (isEscaped(c)) {
        text.append("\\u")
            .append(HEX[c >> 12])
            .append(HEX[c >> 8 & 15])
            .append(HEX[c >> 4 & 15])
            .append(HEX[c & 15]);
      } else if (!Character.isSurrogate(c)) {
        text.append(c);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < value.length()
          && Character.isLowSurrogate(value.charAt(i + 1))) {
        text.append(c).append(value.charAt(++i));
      } else {
        text.append('\uFFFD');
      }
    }
    text.append('"');
  }

  private static boolean isEscaped(char c) {
    return c < 0x20
        || (c >= 0x7F && c <= 0x9F)
        || c == 0x2028
        || c == 0x2029
        || c == 0xFEFF
        || c >= 0xFFFE;
  }
}
