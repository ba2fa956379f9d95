package dev.charmsignals.charm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.event.ActionEvent;
import dev.charmsignals.event.Delivery;
import dev.charmsignals.event.EventSource;
import dev.charmsignals.event.Events;
import dev.charmsignals.event.HookEvent;
import dev.charmsignals.event.LifecycleEvent;
import dev.charmsignals.event.RelationEvent;
import dev.charmsignals.event.SecretEvent;
import dev.charmsignals.event.StorageEvent;
import dev.charmsignals.event.WorkloadEvent;
import dev.charmsignals.fake.FakeAgent;
import dev.charmsignals.fake.FakeDeclarations;
import dev.charmsignals.fake.FakeHook;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Every kind of event, as Juju tells of it. */
class HookEventsTest {

  private final FakeAgent agent = new FakeAgent();
  private final List<HookEvent> told = new ArrayList<>();

  @Test
  void tellsOfTheUnitsOwnLife() {
    run("hooks/install", Map.of(), Events::install);
    run("hooks/leader-elected", Map.of(), Events::leaderElected);
    run("hooks/config-changed", Map.of(), Events::configChanged);
    run("hooks/start", Map.of(), Events::start);
    run("hooks/update-status", Map.of(), Events::updateStatus);
    run("hooks/upgrade-charm", Map.of(), Events::upgradeCharm);
    run("hooks/stop", Map.of(), Events::stop);
    run("hooks/remove", Map.of(), Events::remove);

    assertEquals(
        List.of(
            new LifecycleEvent.Install(delivery()),
            new LifecycleEvent.LeaderElected(delivery()),
            new LifecycleEvent.ConfigChanged(delivery()),
            new LifecycleEvent.Start(delivery()),
            new LifecycleEvent.UpdateStatus(delivery()),
            new LifecycleEvent.UpgradeCharm(delivery()),
            new LifecycleEvent.Stop(delivery()),
            new LifecycleEvent.Remove(delivery())),
        told);
  }

  @Test
  void tellsOfStorages() {
    Map<String, String> variables =
        Map.of(
            "JUJU_STORAGE_ID", "data/0",
            "JUJU_STORAGE_LOCATION", "/srv/data",
            "JUJU_STORAGE_KIND", "filesystem");

    run("hooks/data-storage-attached", variables, on -> on.storage("data").attached());
    run("hooks/data-storage-detaching", variables, on -> on.storage("data").detaching());

    Optional<String> location = Optional.of("/srv/data");
    assertEquals(
        List.of(
            new StorageEvent.Attached("data", "data/0", location, delivery()),
            new StorageEvent.Detaching("data", "data/0", location, delivery())),
        told);
  }

  @Test
  void tellsOfSecrets() {
    Map<String, String> variables =
        Map.of(
            "JUJU_SECRET_ID", "secret:9m4e2mr0ui3e8a215n4g",
            "JUJU_SECRET_LABEL", "",
            "JUJU_SECRET_REVISION", "2");

    run("hooks/secret-changed", variables, Events::secretChanged);
    run("hooks/secret-rotate", variables, Events::secretRotate);
    run("hooks/secret-expired", variables, Events::secretExpired);
    run("hooks/secret-remove", variables, Events::secretRemove);

    String id = "secret:9m4e2mr0ui3e8a215n4g";
    Optional<String> label = Optional.empty();
    assertEquals(
        List.of(
            new SecretEvent.Changed(id, label, delivery()),
            new SecretEvent.Rotate(id, label, delivery()),
            new SecretEvent.Expired(id, label, 2, delivery()),
            new SecretEvent.Remove(id, label, 2, delivery())),
        told);
  }

  @Test
  void tellsOfWorkloads() {
    Map<String, String> variables =
        Map.of(
            "JUJU_WORKLOAD_NAME", "workload",
            "JUJU_NOTICE_ID", "12",
            "JUJU_NOTICE_TYPE", "custom",
            "JUJU_NOTICE_KEY", "example.com/done",
            "JUJU_PEBBLE_CHECK_NAME", "up");

    run("hooks/workload-pebble-ready", variables, on -> on.container("workload").pebbleReady());
    run(
        "hooks/workload-pebble-custom-notice",
        variables,
        on -> on.container("workload").customNotice());
    run(
        "hooks/workload-pebble-check-failed",
        variables,
        on -> on.container("workload").checkFailed());
    run(
        "hooks/workload-pebble-check-recovered",
        variables,
        on -> on.container("workload").checkRecovered());

    assertEquals(
        List.of(
            new WorkloadEvent.PebbleReady("workload", delivery()),
            new WorkloadEvent.CustomNotice(
                "workload", "12", "custom", "example.com/done", delivery()),
            new WorkloadEvent.CheckFailed("workload", "up", delivery()),
            new WorkloadEvent.CheckRecovered("workload", "up", delivery())),
        told);
  }

  @Test
  void tellsOfActionsAndAnswersThem() {
    Map<String, String> variables = Map.of("JUJU_ACTION_NAME", "backup", "JUJU_ACTION_UUID", "4");

    int status =
        run(
            "actions/backup",
            variables,
            on -> on.action("backup"),
            event -> {
              ActionEvent action = (ActionEvent) event;
              action.log("half way");
              action.results(new TreeMap<>(Map.of("size", "12", "backup.id", "--x")));
              action.fail("--the disk is full");
            });

    assertEquals(0, status);
    assertEquals(List.of(new ActionEvent("backup", "4", delivery())), told);
    assertEquals(
        List.of(
            "action-log -- half way",
            "action-fail -- --the disk is full",
            "action-set -- backup.id=--x size=12"),
        agent.calls());
  }

  @Test
  void failsAnActionThatNobodyObserves() {
    Map<String, String> variables = Map.of("JUJU_ACTION_NAME", "backup", "JUJU_ACTION_UUID", "4");

    int status = run("actions/backup", variables, on -> on.action("restore"));

    assertEquals(0, status);
    assertEquals(List.of(), told);
    assertEquals(List.of("action-fail -- action not implemented on unit \"app/1\""), agent.calls());
  }

  @Test
  void makesDoWithWhatOtherToolsSetWhenTheyFakeAHook() {
    Map<String, String> fired =
        Map.of(
            "JUJU_UNIT_NAME", "app/1",
            "JUJU_DISPATCH_PATH", "hooks/db-relation-changed",
            "JUJU_RELATION", "db",
            "JUJU_RELATION_ID", "7");

    int status =
        HookRun.run(
            context ->
                new Charm(context) {
                  {
                    observe(on().relation("db").changed(), told::add);
                  }
                },
            new HookSetting(fired, Path.of("/charm"), agent, Clock.systemUTC(), () -> 1),
            new FakeDeclarations());

    RelationEvent.Changed event = (RelationEvent.Changed) told.get(0);
    assertEquals(0, status);
    assertEquals("db:7", event.relation().toString());
    assertEquals(Optional.empty(), event.application());
    assertEquals(Optional.empty(), event.unit());
  }

  @Test
  void refusesNamesThatTheCharmDoesNotDeclare() {
    assertEquals(
        "Action \"backups\" is not declared by the charm, which declares \"backup\", \"restore\";"
            + " did you mean \"backup\"?",
        complaintAbout(on -> on.action("backups")));
    assertEquals(
        "Storage \"logs\" is not declared by the charm, which declares \"data\"",
        complaintAbout(on -> on.storage("logs").attached()));
    assertEquals(
        "Container \"worklaod\" is not declared by the charm, which declares \"workload\";"
            + " did you mean \"workload\"?",
        complaintAbout(on -> on.container("worklaod").pebbleReady()));
  }

  @Test
  void saysWhichVariableAnEventLacks() {
    assertEquals(1, run("hooks/secret-remove", Map.of(), Events::secretRemove));
    assertTrue(
        agent.calls().get(0).contains("JUJU_SECRET_ID is not set; Juju sets it in secret-remove"),
        () -> agent.calls().get(0));
  }

  private String complaintAbout(Function<Events, EventSource<? extends HookEvent>> source) {
    FakeAgent agent = new FakeAgent();
    int status = run(agent, "hooks/install", Map.of(), source, event -> {});
    assertEquals(1, status);
    String trace = agent.calls().get(0);
    return trace.substring(trace.indexOf("Exception: ") + 11).lines().findFirst().orElseThrow();
  }

  private int run(
      String path,
      Map<String, String> variables,
      Function<Events, EventSource<? extends HookEvent>> source) {
    return run(path, variables, source, event -> {});
  }

  private int run(
      String path,
      Map<String, String> variables,
      Function<Events, EventSource<? extends HookEvent>> source,
      Consumer<HookEvent> handler) {
    return run(agent, path, variables, source, handler);
  }

  private int run(
      FakeAgent agent,
      String path,
      Map<String, String> variables,
      Function<Events, EventSource<? extends HookEvent>> source,
      Consumer<HookEvent> handler) {
    Map<String, String> environment = FakeHook.lifecycle("");
    environment.put("JUJU_DISPATCH_PATH", path);
    environment.putAll(variables);
    return HookRun.run(
        context ->
            new Charm(context) {
              {
                observe(
                    source.apply(on()),
                    event -> {
                      told.add(event);
                      handler.accept(event);
                    });
              }
            },
        new HookSetting(environment, Path.of("/charm"), agent, Clock.systemUTC(), () -> 1),
        new FakeDeclarations());
  }

  /** Any will do: a delivery is no fact of an event. */
  private Delivery delivery() {
    return told.get(0).delivery();
  }
}
