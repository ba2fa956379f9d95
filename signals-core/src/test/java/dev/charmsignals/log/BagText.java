package dev.charmsignals.log;

import dev.charmsignals.fuzz.Hostile;
import java.util.LinkedHashMap;
import java.util.Map;

/** A databag as a fuzzer writes it: one line for each key, a space, and the value. */
final class BagText {

  private BagText() {}

  static Map<String, String> read(byte[] data) {
    Map<String, String> bag = new LinkedHashMap<>();
    for (String line : Hostile.text(data).split("\n")) {
      int space = line.indexOf(' ');
      if (space > 0 && space + 1 < line.length()) {
        bag.put(line.substring(0, space), line.substring(space + 1));
      }
    }
    return bag;
  }
}
