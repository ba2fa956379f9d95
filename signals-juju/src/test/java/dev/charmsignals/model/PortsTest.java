package dev.charmsignals.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.charmsignals.fake.FakeAgent;
import dev.charmsignals.fake.FakeDeclarations;
import dev.charmsignals.fake.FakeHook;
import dev.charmsignals.hook.HookEnvironment;
import dev.charmsignals.hooktools.HookTools;
import dev.charmsignals.hooktools.PortRange;
import dev.charmsignals.name.UndeclaredEndpointException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTest {

  private static final String ASKED = "opened-ports --endpoints";
  private static final PortRange HTTP = PortRange.tcp(80);
  private static final PortRange HTTPS = PortRange.tcp(443);

  private final FakeAgent agent = new FakeAgent();
  private final HookSession session = session("0");
  private final Ports ports = session.unit().ports();

  @Test
  void tellsTheDifferenceToWhatIsOpen() {
    agent.answer(ASKED, "[\"80/tcp (*)\",\"8080/tcp (*)\",\"9000-9010/udp (*)\"]");

    ports.set(HTTP, HTTPS, PortRange.icmp());
    assertEquals(List.of(), agent.calls());
    session.commit();

    assertEquals(
        List.of(
            ASKED,
            "close-port 8080/tcp",
            "close-port 9000-9010/udp",
            "open-port 443/tcp",
            "open-port icmp"),
        agent.calls());
  }

  @Test
  void tellsNothingWhereNothingDiffers() {
    agent.answer(ASKED, "[\"80/tcp (*)\"]");

    ports.open(HTTP);
    ports.open(HTTPS);
    ports.close(HTTPS);
    session.commit();

    assertEquals(List.of(ASKED), agent.calls());
  }

  @Test
  void opensAndClosesForSomeEndpoints() {
    agent.answer(ASKED, "[\"80/tcp (db)\",\"443/tcp (*)\"]");

    ports.open(HTTP, "web");
    ports.close(HTTP, "db");
    ports.close(HTTPS, "db");

    assertEquals(Map.of(HTTP, Set.of("web"), HTTPS, Set.of("web", "cluster")), ports.opened());
    session.commit();
    assertEquals(
        List.of(
            ASKED,
            "close-port 80/tcp --endpoints db",
            "close-port 443/tcp --endpoints db",
            "open-port 80/tcp --endpoints web"),
        agent.calls());
  }

  @Test
  void opensForAllWhatWasOpenForSome() {
    agent.answer(ASKED, "[\"80/tcp (db)\"]");

    ports.set(HTTP);
    session.commit();

    assertEquals(List.of(ASKED, "open-port 80/tcp"), agent.calls());
  }

  @Test
  void forgetsWhatWasRolledBack() {
    agent.answer(ASKED, "[]");
    ports.open(HTTP);
    Savepoint before = session.savepoint();
    ports.set(HTTPS);

    session.rollback(before);
    session.commit();

    assertEquals(List.of(ASKED, "open-port 80/tcp"), agent.calls());
  }

  @Test
  void explainsWhatCannotBeOpened() {
    agent.answer(ASKED, "[\"8000-8010/tcp (*)\"]");

    var overlap = assertThrows(RefusedDeedException.class, () -> ports.open(PortRange.tcp(8005)));
    var kubernetes =
        assertThrows(
            RefusedDeedException.class, () -> session("").unit().ports().set(PortRange.udp(1, 2)));

    assertEquals("it overlaps 8000-8010/tcp", overlap.reason());
    assertEquals(
        "app/1 may not open 1-2/udp: Kubernetes opens no ranges of ports. Open each port by itself",
        kubernetes.getMessage());
    assertThrows(UndeclaredEndpointException.class, () -> ports.open(HTTP, "wbe"));
    session.commit();
    assertEquals(List.of(ASKED), agent.calls());
  }

  private HookSession session(String machine) {
    Map<String, String> environment = FakeHook.lifecycle("start");
    environment.put("JUJU_MACHINE_ID", machine);
    environment.values().removeIf(String::isEmpty);
    return new HookSession(
        new HookTools(agent), HookEnvironment.of(environment), new FakeDeclarations());
  }
}
