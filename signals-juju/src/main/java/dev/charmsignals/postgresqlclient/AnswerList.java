package dev.charmsignals.postgresqlclient;

import dev.charmsignals.json.JsonReader;
import dev.charmsignals.json.MalformedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds one answer in the JSON list of the newer contract. */
final class AnswerList {

  private static final int DEPTH = 8;

  private AnswerList() {}

  /**
   * Returns the texts of the answer to a request, under the keys of the older contract. An unknown
   * id finds the only answer there is: a client asks for one database in each relation.
   */
  static Map<String, String> find(String json, String requestId, List<String> oddities) {
    List<Map<?, ?>> answers = new ArrayList<>();
    try {
      if (JsonReader.read(json, DEPTH) instanceof List<?> list) {
        for (Object each : list) {
          if (each instanceof Map<?, ?> answer) {
            answers.add(answer);
          }
        }
      } else {
        oddities.add("requests is not a JSON array");
      }
    } catch (MalformedException e) {
      oddities.add("requests " + e.reason());
    }
    for (Map<?, ?> answer : answers) {
      if (!requestId.isEmpty() && requestId.equals(answer.get("request-id"))) {
        return texts(answer);
      }
    }
    return answers.size() == 1 ? texts(answers.get(0)) : Map.of();
  }

  private static Map<String, String> texts(Map<?, ?> answer) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : answer.entrySet()) {
      boolean scalar = entry.getValue() instanceof String || entry.getValue() instanceof Boolean;
      if (entry.getKey() instanceof String key && scalar && Answer.KEYS.contains(key)) {
        texts.put(key, entry.getValue().toString());
      }
    }
    return texts;
  }
}
