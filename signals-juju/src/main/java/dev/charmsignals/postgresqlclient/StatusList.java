package dev.charmsignals.postgresqlclient;

import dev.charmsignals.json.JsonReader;
import dev.charmsignals.json.MalformedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the JSON list of what a provider says of itself. */
final class StatusList {

  /** How many codes are told apart. */
  private static final int MOST = 50;

  private static final int DEPTH = 8;

  private StatusList() {}

  /** Returns the statuses by code, one for each. */
  static List<ProviderStatus> read(String json, List<String> oddities) {
    if (json.isEmpty()) {
      return List.of();
    }
    Object value;
    try {
      value = JsonReader.read(json, DEPTH);
    } catch (MalformedException e) {
      oddities.add("status " + e.reason());
      return List.of();
    }
    if (!(value instanceof List<?> list)) {
      oddities.add("status is not a JSON array");
      return List.of();
    }
    TreeMap<Integer, ProviderStatus> byCode = new TreeMap<>();
    for (Object each : list) {
      if (each instanceof Map<?, ?> status
          && status.get("code") instanceof Long code
          && code >= 0
          && code <= Integer.MAX_VALUE
          && byCode.size() < MOST) {
        byCode.put(
            code.intValue(),
            new ProviderStatus(
                code.intValue(), text(status.get("message")), text(status.get("resolution"))));
      } else if (oddities.isEmpty()) {
        oddities.add("status holds something else than up to 50 codes with messages");
      }
    }
    return new ArrayList<>(byCode.values());
  }

  private static String text(@Nullable Object value) {
    return value instanceof String text ? OneLine.of(text) : "";
  }
}
