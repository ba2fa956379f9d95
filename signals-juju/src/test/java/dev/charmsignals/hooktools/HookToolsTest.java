package dev.charmsignals.hooktools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.hooktools.SelectedBag.Extent;
import dev.charmsignals.name.RelationId;
import dev.charmsignals.name.UnitName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class HookToolsTest {

  private static final RelationId CHANNEL = new RelationId("channel", 0);
  private static final UnitName PONG = new UnitName("pong/0");

  @Test
  void asksForRelationsAndTheirMembers() {
    assertAsks(
        "relation-ids --format json -- channel",
        "[\"channel:10\",\"channel:2\"]\n",
        List.of(new RelationId("channel", 10), new RelationId("channel", 2)),
        tools -> tools.relationIds("channel"));
    assertAsks(
        "relation-list -r channel:0 --format json",
        "[\"pong/0\"]\n",
        List.of(PONG),
        tools -> tools.relationList(CHANNEL));
    assertAsks(
        "relation-list -r channel:0 --app --format json",
        "\"pong\"\n",
        "pong",
        tools -> tools.relationListApplication(CHANNEL));
    assertAsks(
        "relation-model-get -r channel:0 --format json",
        "{\"uuid\":\"f00\"}\n",
        "f00",
        tools -> tools.relationModelGet(CHANNEL));
  }

  @Test
  void readsDatabags() {
    assertAsks(
        "relation-get -r channel:0 --format json - pong/0",
        "{\"a\":\"1\"}\n",
        Map.of("a", "1"),
        tools -> tools.relationGet(CHANNEL, PONG));
    assertAsks(
        "relation-get -r channel:0 --app --format json - pong",
        "{}\n",
        Map.of(),
        tools -> tools.relationGetApplication(CHANNEL, "pong"));
    assertAsks(
        "relation-get -r channel:0 --format json - pong/0",
        "{\"a\":\"1\",\"b\":\"22\"}\n",
        new SelectedBag(Map.of("a", "1"), 1, List.of("b"), 0, Extent.WHOLE),
        tools -> tools.readBag(CHANNEL, PONG, new BagSelection("", 1, 9)));
    assertAsks(
        "relation-get -r channel:0 --app --format json - pong",
        "{\"a\":\"1\",\"b\":\"2\"}\n",
        new SelectedBag(Map.of("b", "2"), 1, List.of(), 0, Extent.WHOLE),
        tools -> tools.readBag(CHANNEL, "pong", BagSelection.of(Set.of("b", "c"), 9)));
  }

  @Test
  void flagsAnAnswerOfARemoteThatCannotBeReadInsteadOfThrowing() {
    byte[] cut = "{\"a\":\"1\",\"b".getBytes(StandardCharsets.UTF_8);
    var tools = new HookTools(new ScriptedTransport(new HookReply(0, cut, new byte[0], true)));

    assertEquals(
        new SelectedBag(Map.of("a", "1"), 1, List.of(), 0, Extent.TRUNCATED),
        tools.readBag(CHANNEL, PONG, new BagSelection("", 1, 9)));
    var thrown = assertThrows(HookToolException.class, () -> tools.relationGet(CHANNEL, PONG));
    assertEquals("relation-get answered something else than was asked for", thrown.getMessage());
    assertEquals(0, thrown.exitStatus());
  }

  @Test
  void writesThroughStdin() {
    var transport = new ScriptedTransport("");
    var tools = new HookTools(transport);

    tools.relationSet(CHANNEL, false, Map.of("a", "1\n"));
    tools.relationSet(CHANNEL, true, Map.of("a", ""));
    tools.stateSet(Map.of("k", "v"));

    assertEquals(
        List.of(
            "relation-set -r channel:0 --file - < \"a\": \"1\\u000a\"\n",
            "relation-set -r channel:0 --app --file - < \"a\": \"\"\n",
            "state-set --file - < \"k\": \"v\"\n"),
        transport.calls);
  }

  @Test
  void neverLetsTextPassForAFlag() {
    var transport = new ScriptedTransport("{}");
    var tools = new HookTools(transport);

    tools.statusSet(false, "blocked", "--help");
    tools.statusSet(true, "active", "");
    tools.jujuLog("WARNING", "-x");
    tools.applicationVersionSet("-1");
    tools.stateDelete("-k");
    tools.network().get("-b");
    tools.actions().log("-l");
    tools.actions().fail("-f");
    tools.storage().add("-n", 2);
    tools.storage().resource("-r");

    assertEquals(
        List.of(
            "status-set -- blocked --help",
            "status-set --application -- active ",
            "juju-log -l WARNING -- -x",
            "application-version-set -- -1",
            "state-delete -- -k",
            "network-get --format json -- -b",
            "action-log -- -l",
            "action-fail -- -f",
            "storage-add -- -n=2",
            "resource-get -- -r"),
        transport.calls);
  }

  @Test
  void readsStatusLeadershipAndState() {
    assertTrue(new HookTools(new ScriptedTransport("true\n")).isLeader());
    assertFalse(new HookTools(new ScriptedTransport("false\n")).isLeader());
    assertAsks(
        "status-get --include-data --format json",
        "{\"message\":\"m\",\"status\":\"active\",\"status-data\":{\"a\":[1]}}\n",
        new ReportedStatus("active", "m"),
        tools -> tools.statusGet(false));
    assertAsks(
        "status-get --include-data --application --format json",
        "{\"application-status\":{\"message\":\"\",\"status\":\"waiting\",\"status-data\":{},"
            + "\"units\":{\"ping/0\":{\"message\":\"other\",\"status\":\"active\"}}}}\n",
        new ReportedStatus("waiting", ""),
        tools -> tools.statusGet(true));
    assertAsks("state-get --format json", "null\n", Map.of(), HookTools::stateGet);
    assertAsks("state-get --format json", "{\"k\":\"\"}\n", Map.of("k", ""), HookTools::stateGet);
  }

  @Test
  void readsConfigurationOfEveryType() {
    assertAsks(
        "config-get --all --format json",
        "{\"b\":true,\"f\":1.5,\"i\":1000000,\"large\":100000000000000000000,\"n\":null,"
            + "\"s\":\"1\"}\n",
        Map.of(
            "b",
            Optional.of(true),
            "f",
            Optional.of(1.5),
            "i",
            Optional.of(1_000_000L),
            "large",
            Optional.of(1e20),
            "n",
            Optional.empty(),
            "s",
            Optional.of("1")),
        HookTools::configGet);
  }

  @Test
  void reportsAnAnswerOfAnotherShapeWithoutQuotingIt() {
    for (String answer : List.of("", "secret", "[\"secret\"]", "{\"a\":[\"secret\"]}")) {
      var tools = new HookTools(new ScriptedTransport(answer));

      var config = assertThrows(HookToolException.class, tools::configGet);
      var leader = assertThrows(HookToolException.class, tools::isLeader);

      assertEquals("config-get answered something else than was asked for", config.getMessage());
      assertEquals("is-leader answered something else than was asked for", leader.getMessage());
      assertNotNull(config.getCause());
    }
  }

  @Test
  void reportsACommandThatFailed() {
    var tools = new HookTools(new ScriptedTransport(HookReply.refused("permission denied")));

    var thrown =
        assertThrows(
            HookToolException.class, () -> tools.relationSet(CHANNEL, true, Map.of("a", "secret")));

    assertEquals("relation-set", thrown.command());
    assertEquals(1, thrown.exitStatus());
    assertEquals("ERROR permission denied\n", thrown.stderr());
    assertEquals("relation-set exited with status 1: ERROR permission denied", thrown.getMessage());
  }

  private static <T> void assertAsks(
      String call, String answer, T expected, Function<HookTools, T> question) {
    var transport = new ScriptedTransport(answer);

    assertEquals(expected, question.apply(new HookTools(transport)));
    assertEquals(List.of(call), transport.calls);
  }
}
