package dev.charmsignals.testkit;

import static dev.charmsignals.testkit.TwoCharms.IDLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.hooktools.HookReply;
import dev.charmsignals.pebble.Check;
import dev.charmsignals.pebble.Layer;
import dev.charmsignals.testkit.command.NetworkInfo;
import dev.charmsignals.testkit.command.PortRange;
import dev.charmsignals.testkit.command.WorkloadStatus;
import dev.charmsignals.testkit.state.Event;
import dev.charmsignals.testkit.state.RelationState;
import dev.charmsignals.testkit.state.SecretState;
import dev.charmsignals.testkit.state.StorageState;
import dev.charmsignals.testkit.state.WorldState;
import dev.charmsignals.testkit.world.ActionStatus;
import dev.charmsignals.testkit.world.HookOutcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A world in, one event, a world out. */
class TransitionTest {

  private static final String CHARM =
      """
      name: web
      requires:
        db: {interface: pgsql}
      provides:
        site: {interface: http}
      peers:
        cluster: {interface: cluster}
      extra-bindings:
        admin:
      config:
        options:
          port: {type: int, default: 80}
      actions:
        backup:
          params:
            keep: {type: integer, default: 3}
      storage:
        data: {type: filesystem}
        cache: {type: block, multiple: {range: 0-}}
      resources:
        software: {type: file, filename: tool.zip}
      """;

  private final List<Transition> made = new ArrayList<>();

  @TempDir Path directory;

  private Transition of(String metadata, CharmScript script) {
    Transition transition = Transition.of(CharmUnderTest.scripted(metadata, script));
    made.add(transition);
    return transition;
  }

  private Transition web(CharmScript script) {
    return of(CHARM, script);
  }

  @AfterEach
  void close() {
    made.forEach(Transition::close);
  }

  @Test
  void aCharmThatDoesNothingChangesNothing() {
    Transition web = web(IDLE);
    WorldState state =
        web.state()
            .leader(true)
            .config("port", 8080)
            .relation(
                RelationState.to("db", "pg")
                    .localUnit(Map.of("a", "b"))
                    .localApplication(Map.of("c", "d"))
                    .remoteUnit("pg/0", Map.of("host", "h"))
                    .remoteApplication(Map.of("e", "f")))
            .relation(RelationState.peers("cluster").remoteUnit("web/1"))
            .secret(SecretState.ofApplication(Map.of("password", "hush")).label("own"))
            .secret(SecretState.from("pg", Map.of("password", "shh")).tracked(1).label("theirs"))
            .secret(SecretState.ofUser(Map.of("password", "psst")))
            .storage(new StorageState("cache", 5))
            .network("admin", NetworkInfo.of("10.9.8.7"))
            .openedPort(new PortRange(80, 80, "tcp"))
            .charmState("k", "v")
            .unitStatus(new WorkloadStatus("active", "fine"))
            .applicationStatus(new WorkloadStatus("blocked", "no"))
            .workloadVersion("1.2")
            .trusted(true);

    for (Event event :
        List.of(
            Event.configChanged(),
            Event.start(),
            Event.leaderElected(),
            Event.updateStatus(),
            Event.relationChanged("db"),
            Event.relationChanged("db", "pg/0"),
            Event.relationJoined("cluster", "web/1"),
            Event.action("backup"))) {
      Outcome outcome = web.run(event, state);
      assertEquals(state, outcome.state(), event.toString());
      assertFalse(outcome.failed(), event.toString());
    }
  }

  @Test
  void showsTheCharmWhatTheStateSays() {
    Transition web =
        web(
            hook -> {
              assertEquals("h", hook.get("pg/1", "host"));
              assertEquals("pg/0\npg/1", hook.text("relation-list"));
              assertEquals("web/1\nweb/2", hook.text("relation-list", "-r", "cluster:7"));
              assertEquals("8080", hook.config("port"));
              assertEquals("v", hook.state("k"));
              assertTrue(hook.isLeader());
              assertEquals("active", hook.text("status-get"));
              assertEquals("80/tcp", hook.text("opened-ports"));
              assertEquals("data/0", hook.text("storage-list"));
              assertEquals("10.9.8.7", hook.text("network-get", "admin", "--bind-address"));
              assertEquals("password: shh", hook.text("secret-get", "--label=theirs"));
              assertEquals("web/3", hook.unit());
              assertTrue(
                  hook.text("goal-state", "--format=json").contains("\"web/2\":{\"status\""));
            });

    Outcome outcome =
        web.run(
            Event.relationChanged("db:4", "pg/1"),
            web.state()
                .unit("web/3")
                .leader(true)
                .config("port", 8080)
                .charmState("k", "v")
                .unitStatus(new WorkloadStatus("active", ""))
                .openedPort(new PortRange(80, 80, "tcp"))
                .network("admin", NetworkInfo.of("10.9.8.7"))
                .relation(
                    RelationState.to("db", "pg")
                        .id(4)
                        .remoteUnit("pg/0")
                        .remoteUnit("pg/1", Map.of("host", "h")))
                .relation(
                    RelationState.peers("cluster").id(7).remoteUnit("web/1").remoteUnit("web/2"))
                .secret(
                    SecretState.from("pg", Map.of("password", "shh")).tracked(1).label("theirs")));

    assertFalse(outcome.failed());
    Map<String, String> environment = outcome.run().orElseThrow().environment();
    assertEquals("db:4", environment.get("JUJU_RELATION_ID"));
    assertEquals("pg/1", environment.get("JUJU_REMOTE_UNIT"));
    assertEquals("pg", environment.get("JUJU_REMOTE_APP"));
  }

  @Test
  void returnsWhatTheCharmHasWritten() {
    Transition web =
        web(
            hook -> {
              hook.set("url", "http://web");
              hook.setForApplication("primary", hook.unit());
              hook.setState("seen", "yes");
              hook.text("open-port", "443/tcp");
              hook.text("storage-add", "cache");
              hook.text("application-version-set", "2.0");
              hook.status("waiting", "for you");
              hook.status("active", "");
              hook.text("status-set", "--application", "blocked", "all");
              hook.text("secret-add", "--label=own", "password=hush");
              hook.log("done");
            });
    WorldState state = web.state().leader(true).relation(RelationState.to("site", "proxy"));

    Outcome outcome = web.run(Event.relationCreated("site"), state);

    WorldState after = outcome.state();
    RelationState relation = after.relation("site").orElseThrow();
    assertEquals(Map.of("url", "http://web"), relation.localUnitBag());
    assertEquals(Map.of("primary", "web/0"), relation.localApplicationBag());
    assertEquals(Map.of("seen", "yes"), after.charmState());
    assertEquals("[443/tcp]", after.openedPorts().toString());
    assertEquals(
        List.of("data/0", "cache/1"), after.storages().stream().map(StorageState::id).toList());
    assertEquals("2.0", after.workloadVersion());
    assertEquals(new WorkloadStatus("active", ""), after.unitStatus());
    assertEquals(new WorkloadStatus("blocked", "all"), after.applicationStatus());
    assertEquals(Map.of("password", "hush"), after.secret("own").orElseThrow().content());
    assertEquals(
        List.of(new WorkloadStatus("waiting", "for you"), new WorkloadStatus("active", "")),
        outcome.unitStatuses());
    assertEquals(List.of(new WorkloadStatus("blocked", "all")), outcome.applicationStatuses());
    assertEquals(
        List.of("site:0: done"), outcome.logs().stream().map(line -> line.text()).toList());
  }

  @Test
  void canGoOnFromWhereAnEventHasLed() {
    Transition web =
        web(hook -> hook.setState("count", hook.state("count") + hook.name().charAt(0)));

    WorldState state = web.state();
    for (Event event : List.of(Event.install(), Event.configChanged(), Event.start())) {
      state = web.run(event, state).state();
    }

    assertEquals(Map.of("count", "ics"), state.charmState());
  }

  @Test
  void discardsWhatAFailedHookWroteButNotWhatTookEffectAtOnce() {
    Transition web =
        web(
            hook -> {
              hook.setState("seen", "yes");
              hook.status("blocked", "oops");
              hook.text("secret-get", hook.text("secret-ids"));
              throw hook.exit(1);
            });
    WorldState state =
        web.state().leader(true).secret(SecretState.ofApplication(Map.of("password", "hush")));

    Outcome outcome = web.run(Event.updateStatus(), state);

    assertTrue(outcome.failed());
    assertEquals(HookOutcome.FAILED, outcome.run().orElseThrow().outcome());
    assertEquals(
        state
            .unitStatus(new WorkloadStatus("blocked", "oops"))
            .secret(state.secrets().get(0).tracked(1)),
        outcome.state());
  }

  @Test
  void isInNoRelationBeforeInstallHasRun() {
    Transition web =
        web(
            hook -> {
              assertEquals("", hook.text("relation-ids", "cluster"));
              assertEquals(2, hook.run("relation-get", "-r", "0", "-", "web/1").code());
            });

    assertFalse(
        web.run(
                Event.install(),
                web.state().relation(RelationState.peers("cluster").remoteUnit("web/1")))
            .failed());
  }

  @Test
  void nobodyHasJoinedWhenARelationIsCreated() {
    Transition web =
        web(
            hook -> {
              assertEquals("", hook.text("relation-list"));
              assertEquals("db:0", hook.text("relation-ids", "db"));
            });

    assertFalse(
        web.run(
                Event.relationCreated("db"),
                web.state().relation(RelationState.to("db", "pg").remoteUnit("pg/0")))
            .failed());
  }

  @Test
  void aUnitThatDepartsIsGoneAfterwards() {
    Transition web =
        web(
            hook -> {
              assertEquals("pg/1", hook.text("relation-list"));
              assertEquals("h", hook.get("pg/0", "host"));
            });
    WorldState state =
        web.state()
            .relation(
                RelationState.to("db", "pg")
                    .remoteUnit("pg/0", Map.of("host", "h"))
                    .remoteUnit("pg/1"));

    Outcome outcome = web.run(Event.relationDeparted("db", "pg/0"), state);

    assertFalse(outcome.failed());
    assertEquals(
        "[pg/1]", outcome.state().relation("db").orElseThrow().remoteUnitBags().keySet() + "");
    assertEquals("pg/0", outcome.run().orElseThrow().environment().get("JUJU_DEPARTING_UNIT"));
  }

  @Test
  void aRelationThatIsBrokenIsGoneAfterwards() {
    Transition web =
        web(
            hook -> {
              assertEquals("", hook.text("relation-ids", "db"));
              assertEquals("b", hook.text("relation-get", "-r", "0", "a", "web/0"));
            });
    WorldState state =
        web.state().relation(RelationState.to("db", "pg").localUnit(Map.of("a", "b")));

    Outcome outcome = web.run(Event.relationBroken("db"), state);

    assertFalse(outcome.failed());
    assertEquals(List.of(), outcome.state().relations());
  }

  @Test
  void runsActions() {
    Transition web =
        web(
            hook -> {
              hook.text("action-set", "kept=" + hook.text("action-get", "keep"));
              hook.setState("saved", "yes");
            });

    Outcome outcome = web.run(Event.action("backup", Map.of("keep", 5)), web.state());

    assertEquals(Map.of("kept", "5", "return-code", 0), outcome.action().orElseThrow().results());
    assertEquals(Map.of("saved", "yes"), outcome.state().charmState());
    Outcome wrong = web.run(Event.action("backup", Map.of("keep", "many")), web.state());
    assertEquals(ActionStatus.ERROR, wrong.action().orElseThrow().status());
    assertEquals(Optional.empty(), wrong.run());
    assertTrue(wrong.failed());
  }

  @Test
  void tellsOfSecrets() {
    Transition web =
        web(
            hook -> {
              String uri = hook.environment().getOrDefault("JUJU_SECRET_ID", "");
              if (hook.is("secret-changed")) {
                hook.setState("password", hook.text("secret-get", uri, "--refresh", "password"));
              } else if (hook.is("secret-rotate")) {
                hook.text("secret-set", uri, "password=new");
              } else {
                String revision = hook.environment().getOrDefault("JUJU_SECRET_REVISION", "");
                hook.text("secret-remove", uri, "--revision", revision);
              }
            });
    WorldState state =
        web.state()
            .leader(true)
            .relation(RelationState.to("db", "pg"))
            .secret(
                SecretState.from("pg", Map.of("password", "one"))
                    .revision(Map.of("password", "two"))
                    .tracked(1)
                    .label("theirs"))
            .secret(
                SecretState.ofApplication(Map.of("password", "old"))
                    .label("own")
                    .aging("daily", Optional.of(Instant.parse("2026-06-01T00:00:00Z"))));

    WorldState changed = web.run(Event.secretChanged("theirs"), state).state();
    assertEquals(Map.of("password", "two"), changed.charmState());
    assertEquals(2, changed.secret("theirs").orElseThrow().tracked());
    WorldState rotated = web.run(Event.secretRotate("own"), state).state();
    assertEquals(Map.of("password", "new"), rotated.secret("own").orElseThrow().content());
    assertEquals(
        Optional.empty(), web.run(Event.secretExpired("own"), state).state().secret("own"));
    WorldState removed = web.run(Event.secretRemove("own", 1), rotated).state();
    assertEquals(List.of(2), List.copyOf(removed.secret("own").orElseThrow().revisions().keySet()));
  }

  @Test
  void doesNotReadASecretThatWasNotGranted() {
    Transition web =
        web(
            hook -> {
              HookReply reply = hook.run("secret-get", "secret:" + "0".repeat(18) + "10");
              hook.setState("said", new String(reply.stderr(), StandardCharsets.UTF_8).strip());
            });
    WorldState state =
        web.state()
            .relation(RelationState.to("db", "pg"))
            .secret(SecretState.from("pg", Map.of("password", "one")).notGranted());

    assertEquals(
        Map.of("said", "ERROR permission denied"),
        web.run(Event.updateStatus(), state).state().charmState());
  }

  @Test
  void tellsOfStorage() {
    Transition web = web(hook -> hook.setState(hook.name(), hook.text("storage-get", "location")));
    WorldState state = web.state().storage(new StorageState("cache", 1, directory.toString()));

    WorldState after = web.run(Event.storageAttached("cache/1"), state).state();
    assertEquals(Map.of("cache-storage-attached", directory.toString()), after.charmState());
    assertEquals(state.storages(), after.storages());
    assertEquals(
        web.state().storages(),
        web.run(Event.storageDetaching("cache/1"), state).state().storages());
  }

  @Test
  void tellsOfContainers() {
    Transition pod =
        of(
            "{name: pod, containers: {workload: {}}}",
            hook -> hook.setState(hook.name(), hook.environment().get("JUJU_WORKLOAD_NAME")));
    WorldState state = pod.state();

    assertTrue(state.kubernetes());
    assertEquals(
        Map.of("workload-pebble-ready", "workload"),
        pod.run(Event.pebbleReady("workload"), state).state().charmState());
    assertEquals(
        "example.com/a",
        pod.run(Event.customNotice("workload", "example.com/a"), state)
            .run()
            .orElseThrow()
            .environment()
            .get("JUJU_NOTICE_KEY"));
    Layer layer = Layer.empty().check("up", Check.exec("true"));
    pod.pebble("workload").client().layers().combine("checks", layer);
    assertEquals(
        "up",
        pod.run(Event.checkRecovered("workload", "up"), state)
            .run()
            .orElseThrow()
            .environment()
            .get("JUJU_PEBBLE_CHECK_NAME"));
  }

  @Test
  void fetchesResources() throws IOException {
    Transition web =
        web(
            hook ->
                hook.setState(
                    "tool", Files.readString(Path.of(hook.text("resource-get", "software")))));
    Path file = Files.writeString(directory.resolve("any"), "content");

    assertEquals(
        Map.of("tool", "content"),
        web.run(Event.install(), web.state().resource("software", file)).state().charmState());
  }

  @Test
  void countsThePlannedUnits() {
    Transition web = web(hook -> hook.setState("goal", hook.text("goal-state", "--format=json")));
    WorldState state = web.state();

    assertEquals(3, count(web.run(Event.updateStatus(), state.plannedUnits(3)).state(), "\"web/"));
    WorldState shrinking =
        state
            .plannedUnits(1)
            .relation(RelationState.peers("cluster").remoteUnit("web/1").remoteUnit("web/2"));
    assertEquals(2, count(web.run(Event.updateStatus(), shrinking).state(), "\"dying\""));
  }

  private static int count(WorldState state, String word) {
    return state.charmState().getOrDefault("goal", "").split(word, -1).length - 1;
  }

  @Test
  void neverPrintsASecret() {
    SecretState secret = SecretState.ofApplication(Map.of("password", "hush"));
    Event event = Event.action("backup", Map.of("password", "hush"));

    assertFalse(secret.toString().contains("hush"));
    assertFalse(event.toString().contains("hush"));
  }
}
