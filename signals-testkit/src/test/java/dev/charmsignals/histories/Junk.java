package dev.charmsignals.histories;

import java.util.HashMap;
import java.util.Map;

/** What a meddler may write into a bag. */
final class Junk {

  private Junk() {}

  /** Returns changes of one of eight kinds to a bag. */
  static Map<String, String> of(int kind, Map<String, String> bag) {
    Map<String, String> changes = new HashMap<>();
    switch (kind % 8) {
      case 0 -> changes.put("signals", "{\"v\":\"junk\"}");
      case 1 -> changes.put("signals-ack", "[[[");
      case 2 -> changes.put("signals", "");
      case 3 -> {
        for (String key : bag.keySet()) {
          if (key.startsWith("signal-")) {
            changes.put(key, "{junk");
          }
        }
        changes.put("signal-x", "junk");
      }
      case 4 -> {
        for (int i = 1; i < 300; i++) {
          changes.put("signal-" + i * 3, "{\"name\":\"word\"}");
        }
      }
      case 5 -> {
        for (String key : bag.keySet()) {
          if (key.startsWith("signal-")) {
            changes.put(key, "");
          }
        }
        changes.put("another", "y".repeat(100));
      }
      case 6 ->
          changes.put(
              "signals",
              "{\"v\":1,\"id\":\"00000000000000aa\",\"head\":9007199254740991,\"floor\":0,"
                  + "\"members\":{\"zz\":-1,\"00000000000000bb\":\"x\"}}");
      default -> {
        StringBuilder acks =
            new StringBuilder("{\"00000000000000aa\":9223372036854775807,\"x\":{}");
        for (String id : Wire.acks(bag).keySet()) { // true streams, and far beyond their heads
          acks.append(",\"").append(id).append("\":9007199254740991");
        }
        changes.put("signals-ack", acks.append("}").toString());
      }
    }
    changes.putIfAbsent("junk", "kind " + kind);
    return changes;
  }
}
