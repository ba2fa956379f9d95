package dev.charmsignals.testkit.command;

/** How a character is written in a double-quoted YAML scalar when it cannot stand for itself. */
final class YamlEscape {

  private YamlEscape() {}

  static String of(int c) {
    return switch (c) {
      case 0x00 -> "\\0";
      case 0x07 -> "\\a";
      case '\b' -> "\\b";
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case 0x0B -> "\\v";
      case '\f' -> "\\f";
      case '\r' -> "\\r";
      case 0x1B -> "\\e";
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case 0x85 -> "\\N";
      case 0xA0 -> "\\_";
      case 0x2028 -> "\\L";
      case 0x2029 -> "\\P";
      default -> hexadecimal(c);
    };
  }

  private static String hexadecimal(int c) {
    if (c <= 0xFF) {
      return "\\x%02X".formatted(c);
    }
    return (c <= 0xFFFF ? "\\u%04X" : "\\U%08X").formatted(c);
  }
}
