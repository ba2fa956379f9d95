package dev.charmsignals.hooktools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.name.RelationId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Actions, storage, networks, ports, the model. */
class MoreCommandsTest {

  @Test
  void readsParametersOfEveryKind() {
    assertAsks(
        "action-get --format json",
        "{\"deep\":{\"list\":[1,\"a\"]},\"full\":true,\"size\":1000000}\n",
        Map.of("deep", Map.of("list", List.of(1L, "a")), "full", true, "size", 1_000_000L),
        tools -> tools.actions().get());
    assertAsks("action-get --format json", "{}\n", Map.of(), tools -> tools.actions().get());
  }

  @Test
  void setsResultsInOneCall() {
    var transport = new ScriptedTransport("");

    new HookTools(transport).actions().set(Map.of("a.b", "-1 = x\n"));

    assertEquals(List.of("action-set -- a.b=-1 = x\n"), transport.calls);
  }

  @Test
  void readsStorageAndResources() {
    assertAsks(
        "storage-list --format json",
        "[\"data/0\",\"logs/1\"]\n",
        List.of("data/0", "logs/1"),
        tools -> tools.storage().list());
    assertAsks(
        "storage-get -s data/0 --format json",
        "{\"kind\":\"filesystem\",\"location\":\"/srv/data\"}\n",
        new ReportedStorage("filesystem", Path.of("/srv/data")),
        tools -> tools.storage().get("data/0"));
    assertAsks(
        "resource-get -- tool",
        "/var/lib/juju/resources/tool/tool.bin",
        Path.of("/var/lib/juju/resources/tool/tool.bin"),
        tools -> tools.storage().resource("tool"));
  }

  @Test
  void readsANetworkWhoseAddressIsAHostNameOrMissing() {
    assertAsks(
        "network-get -r db:7 --format json -- db",
        "{\"bind-addresses\":[{\"mac-address\":\"\",\"interface-name\":\"\",\"addresses\":[]},"
            + "{\"macaddress\":\"00:16\",\"interfacename\":\"eth0\",\"addresses\":"
            + "[{\"hostname\":\"pod.local\",\"address\":\"\",\"cidr\":\"\"},"
            + "{\"hostname\":\"\",\"value\":\"10.0.0.7\",\"cidr\":\"10.0.0.0/24\"}]}],"
            + "\"egress-subnets\":[\"10.0.0.7/32\"],\"ingress-addresses\":[\"db.example\"]}\n",
        new NetworkInfo(
            List.of(
                new NetworkInfo.Interface("", "", List.of()),
                new NetworkInfo.Interface(
                    "eth0",
                    "00:16",
                    List.of(
                        new NetworkInfo.Address("pod.local", "pod.local", ""),
                        new NetworkInfo.Address("10.0.0.7", "", "10.0.0.0/24")))),
            List.of("db.example"),
            List.of("10.0.0.7/32")),
        tools -> tools.network().get("db", new RelationId("db", 7)));
    NetworkInfo none =
        new HookTools(new ScriptedTransport("{\"bind-addresses\":null}")).network().get("db");
    assertEquals(Optional.empty(), none.bindAddress());
    assertEquals(Optional.empty(), none.ingressAddress());
  }

  @Test
  void readsAndChangesPorts() {
    assertAsks(
        "opened-ports --endpoints --format json",
        "[\"80/tcp (*)\",\"8000-8010/udp (db, web)\",\"icmp (db,web)\"]\n",
        Map.of(
            PortRange.tcp(80), Set.of(),
            PortRange.udp(8000, 8010), Set.of("db", "web"),
            PortRange.icmp(), Set.of("db", "web")),
        tools -> tools.network().opened());
    var transport = new ScriptedTransport("");
    NetworkCommands network = new HookTools(transport).network();

    network.open(PortRange.tcp(80), List.of());
    network.close(PortRange.icmp(), List.of("db", "web"));

    assertEquals(
        List.of("open-port 80/tcp", "close-port icmp --endpoints db,web"), transport.calls);
  }

  @Test
  void refusesPortsThatAreNone() {
    for (String text : List.of("", "tcp", "80/sctp", "70000", "9-8", "-1")) {
      assertThrows(IllegalArgumentException.class, () -> PortRange.parse(text), text);
    }
    assertTrue(PortRange.tcp(8, 10).overlaps(PortRange.tcp(10)));
    assertFalse(PortRange.tcp(8, 10).overlaps(PortRange.udp(10)));
    assertEquals(PortRange.tcp(80), PortRange.parse("80"));
  }

  @Test
  void readsWhatTheModelIsHeadingFor() {
    assertAsks(
        "goal-state --format json",
        "{\"units\":{\"app/0\":{\"status\":\"dying\",\"since\":\"2026-01-31 12:00:00Z\"}},"
            + "\"relations\":{\"db\":{\"mysql\":{\"status\":\"joined\",\"since\":\"\"}}}}\n",
        new GoalState(
            Map.of("app/0", new GoalState.Goal("dying", "2026-01-31 12:00:00Z")),
            Map.of("db", Map.of("mysql", new GoalState.Goal("joined", "")))),
        tools -> tools.model().goalState());
  }

  @Test
  void readsACredentialAndPrintsNothingOfIt() {
    var transport =
        new ScriptedTransport(
            "{\"type\":\"lxd\",\"name\":\"localhost\",\"region\":\"\",\"endpoint\":\"https://x\","
                + "\"credential\":{\"auth-type\":\"certificate\",\"attrs\":"
                + "{\"client-key\":\"hunter2\"},\"redacted\":[\"server-cert\"]},"
                + "\"is-controller-cloud\":true}\n");

    CloudSpec cloud = new HookTools(transport).model().credential();

    assertEquals(
        new CloudSpec(
            "lxd",
            "localhost",
            Optional.empty(),
            Optional.of("https://x"),
            Optional.empty(),
            Optional.empty(),
            Optional.of(
                new CloudSpec.Credential(
                    "certificate", Map.of("client-key", "hunter2"), List.of("server-cert"))),
            List.of(),
            false,
            true),
        cloud);
    assertFalse(cloud.toString().contains("hunter2"));
    assertEquals(List.of("credential-get --format json"), transport.calls);
  }

  @Test
  void runsAnyOtherCommand() {
    var transport = new ScriptedTransport("answer");
    var tools = new HookTools(transport);

    HookReply reply = tools.run("payload-list", List.of("--all"));
    tools.run("payload-set", List.of("-"), "in".getBytes(StandardCharsets.UTF_8));

    assertEquals("answer", reply.text());
    assertEquals(List.of("payload-list --all", "payload-set - < in"), transport.calls);
    var failing = new HookTools(new ScriptedTransport(HookReply.refused("no")));
    assertThrows(HookToolException.class, () -> failing.run("payload-list", List.of()));
  }

  private static <T> void assertAsks(
      String call, String answer, T expected, Function<HookTools, T> question) {
    var transport = new ScriptedTransport(answer);

    assertEquals(expected, question.apply(new HookTools(transport)));
    assertEquals(List.of(call), transport.calls);
  }
}
