package dev.charmsignals.postgresqlclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.charmsignals.fuzz.Hostile;
import dev.charmsignals.postgresql.ConnectionString;
import dev.charmsignals.postgresql.Server;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a provider writes to its bag, each line of which is one entry, {@code key=value}. */
class ProviderBagFuzzTest {

  @FuzzTest
  void everyAnswerIsReadAndEndsInAConnectionStringOrInNone(byte[] data) throws Exception {
    String text = Hostile.text(data);
    Hostile.bounded(text.length(), () -> answer(bag(text)));
  }

  static Map<String, String> bag(String text) {
    Map<String, String> bag = new LinkedHashMap<>();
    for (String line : text.split("\n", 100)) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        bag.put(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    return bag;
  }

  private static void answer(Map<String, String> bag) {
    Answer answer = Answer.of(bag, true, "46115cb33941f3d9");
    answer.oddities().forEach(Hostile::assertTellsNothing);
    Facts facts =
        new Facts(
            false,
            new Asked(false, answer.text("tls").orElse(""), answer.isSubordinated()),
            answer,
            answer.isSubordinated(),
            "u",
            "p",
            answer.text("entity-name").orElse(""),
            "",
            answer.text("tls").isPresent(),
            false,
            "",
            false);
    Connections connections = new Connections(facts, true, TlsPolicy.AS_OFFERED, "/ca.pem");
    for (String database : facts.databases()) {
      connections.master(database).ifPresent(ProviderBagFuzzTest::check);
      connections.readOnly(database).ifPresent(ProviderBagFuzzTest::check);
    }
    answer.version().ifPresent(ProviderBagFuzzTest::isShort);
    for (ProviderStatus status : answer.statuses()) {
      isShort(status.message());
      isShort(status.resolution());
      assertTrue(status.code() >= 0);
    }
    Hostile.assertTellsNothing(answer.toString());
    Hostile.assertTellsNothing(facts.toString());
  }

  private static void check(ConnectionString made) {
    assertEquals(made, ConnectionString.parse(made.uri()));
    assertEquals(made, ConnectionString.parse(made.conninfo()));
    for (Server server : made.servers()) {
      assertTrue(!server.isSocket() && !server.host().isEmpty(), server::toString);
    }
  }

  private static void isShort(String text) {
    assertTrue(text.length() <= 201 && text.lines().count() <= 1, text);
  }
}
