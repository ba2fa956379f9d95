package dev.charmsignals.hooktools;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.charmsignals.fuzz.Hostile;
import dev.charmsignals.name.RelationId;
import dev.charmsignals.name.UnitName;
import dev.charmsignals.secret.SecretReading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the hook commands answer: a remote's databag, configuration, names. */
class HookAnswersFuzzTest {

  private static final RelationId RELATION = new RelationId("channel", 7);
  private static final UnitName UNIT = new UnitName("pong/0");
  private static final BagSelection SELECTION = new BagSelection("signal", 64, 4);
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private static final List<Function<HookTools, ?>> QUESTIONS =
      List.of(
          tools -> tools.relationIds("channel"),
          tools -> tools.relationList(RELATION),
          tools -> tools.relationListApplication(RELATION),
          tools -> tools.relationGetApplication(RELATION, "pong"),
          tools -> tools.relationModelGet(RELATION),
          tools -> tools.stateGet(),
          tools -> tools.configGet(),
          tools -> tools.statusGet(false),
          tools -> tools.statusGet(true),
          tools -> tools.isLeader(),
          tools -> tools.actions().get(),
          tools -> tools.secrets().get("label", SecretReading.PEEK),
          tools -> tools.secrets().info("label"),
          tools -> tools.secrets().ids(),
          tools -> tools.storage().list(),
          tools -> tools.storage().get("data/0"),
          tools -> tools.network().get("channel"),
          tools -> tools.network().opened(),
          tools -> tools.network().privateAddress(),
          tools -> tools.model().goalState(),
          tools -> tools.model().credential());

  @FuzzTest
  void everyAnswerIsReadOrRefusedWithoutBeingQuoted(byte[] data) throws Exception {
    byte[] stdout = planted(data);
    var tools = new HookTools(new ScriptedTransport(new HookReply(0, stdout, new byte[0])));

    for (Function<HookTools, ?> question : QUESTIONS) {
      Hostile.bounded(stdout.length, () -> ask(tools, question));
    }
    Hostile.bounded(stdout.length, () -> compare(stdout, tools));
  }

  private static Optional<?> ask(HookTools tools, Function<HookTools, ?> question) {
    try {
      return Optional.of(question.apply(tools));
    } catch (HookToolException e) {
      Hostile.assertTellsNothing(e);
      return Optional.empty();
    }
  }

  /** What a full JSON parser takes for an object of strings must be read in the same way. */
  private static void compare(byte[] stdout, HookTools tools) {
    SelectedBag bag = tools.readBag(RELATION, UNIT, SELECTION);
    assertTrue(bag.values().size() + bag.tooLong().size() <= 4 * 2, "selects too much");
    SelectedBag everything = tools.readBag(RELATION, UNIT, BagSelection.everything(64, 4));
    assertTrue(everything.bytes() <= 64, "selects too many bytes");
    assertTrue(everything.values().size() + everything.tooLong().size() <= 4 * 2, "too many keys");
    Optional<?> values = ask(tools, all -> all.relationGet(RELATION, UNIT));
    Optional<Map<String, String>> expected = strings(stdout);
    if (expected.isPresent()) {
      assertEquals(expected, values);
    }
    if (values.isEmpty()) {
      return;
    }
    assertEquals(SelectedBag.Extent.WHOLE, bag.extent());
    for (Map.Entry<String, String> value : bag.values().entrySet()) {
      assertTrue(value.getKey().startsWith("signal"), "selects another key");
      // Not in bytes: each that is no UTF-8 is one character, which would be written as three.
      assertTrue(value.getValue().length() <= 64, "keeps too much");
    }
  }

  private static Optional<Map<String, String>> strings(byte[] json) {
    try {
      JsonNode root = MAPPER.readTree(json);
      Map<String, String> values = new LinkedHashMap<>();
      if (!root.isObject() || new String(json, UTF_8).contains("\\u")) {
        return Optional.empty(); // half a surrogate pair is read differently, on purpose
      }
      for (Map.Entry<String, JsonNode> field : root.properties()) {
        if (!field.getValue().isTextual()) {
          return Optional.empty();
        }
        values.put(field.getKey(), field.getValue().textValue());
      }
      return Optional.of(values);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Plants the payload, and leaves bytes alone that are not UTF-8. */
  private static byte[] planted(byte[] data) {
    var planted = new ByteArrayOutputStream();
    for (byte b : data) {
      planted.writeBytes(b == '$' ? Hostile.PAYLOAD.getBytes(UTF_8) : new byte[] {b});
    }
    return planted.toByteArray();
  }
}
