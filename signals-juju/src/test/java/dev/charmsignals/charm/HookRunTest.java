package dev.charmsignals.charm;

import static dev.charmsignals.model.Status.active;
import static dev.charmsignals.model.Status.maintenance;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.event.Handler;
import dev.charmsignals.event.LifecycleEvent;
import dev.charmsignals.event.RelationEvent;
import dev.charmsignals.fake.FakeAgent;
import dev.charmsignals.fake.FakeDeclarations;
import dev.charmsignals.fake.FakeHook;
import dev.charmsignals.name.UnitName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class HookRunTest {

  private final FakeAgent agent = new FakeAgent();

  @Test
  void runsNoHookCommandForAHookThatNobodyObserves() {
    int status = run(FakeHook.lifecycle("start"), charm -> charm.onInstall(event -> {}));

    assertEquals(0, status);
    assertEquals(List.of(), agent.calls());
  }

  @Test
  void callsTheObserversOfTheHookInOrder() {
    List<String> told = new ArrayList<>();

    int status =
        run(
            FakeHook.lifecycle("install"),
            charm -> {
              charm.onInstall(event -> told.add("first " + event.hook()));
              charm.onDatabaseChanged(event -> told.add("never"));
              charm.onInstall(event -> told.add("second " + event.hook()));
            });

    assertEquals(0, status);
    assertEquals(List.of("first INSTALL", "second INSTALL"), told);
  }

  @Test
  void tellsARelationEventWithAllThatJujuSays() {
    List<RelationEvent> told = new ArrayList<>();

    int status = run(FakeHook.ofDatabase("departed"), charm -> charm.onDatabaseDeparted(told::add));

    var unit = Optional.of(new UnitName("mysql/0"));
    var event = (RelationEvent.Departed) told.get(0);
    assertEquals(0, status);
    assertEquals("db:7", event.relation().id().toString());
    assertEquals(
        List.of(
            new RelationEvent.Departed(
                event.relation(), Optional.of("mysql"), unit, unit, event.delivery())),
        told);
    assertEquals(List.of(), agent.calls());
  }

  @Test
  void commitsWhatTheHandlersWrote() {
    agent.answer("state-get", "{\"count\":\"1\"}");

    int status =
        run(
            FakeHook.ofDatabase("changed"),
            charm ->
                charm.onDatabaseChanged(
                    event -> {
                      event.relation().ownUnitBag().put("ready", "yes");
                      charm.state().put("count", charm.state().get("count").orElse("") + "1");
                      charm.unit().setStatus(active());
                    }));

    assertEquals(0, status);
    assertEquals(
        List.of(
            "state-get",
            "relation-set -r db:7 --file - < \"ready\": \"yes\"",
            "state-set --file - < \"count\": \"11\"",
            "status-get --include-data",
            "status-set -- active "),
        agent.calls());
  }

  @Test
  void logsTheStackTraceAndExitsWithOneWhenAHandlerThrows() {
    int status =
        run(
            FakeHook.ofDatabase("changed"),
            charm ->
                charm.onDatabaseChanged(
                    event -> {
                      event.relation().ownUnitBag().put("ready", "yes");
                      charm.state().put("count", "1");
                      charm.unit().setStatus(maintenance("working"));
                      charm.unit().setStatus(active());
                      throw new IOException("disk full\nINFO all is well");
                    }));

    assertEquals(1, status);
    assertEquals(
        List.of(
            "status-get --include-data",
            "status-set -- maintenance working",
            "juju-log -l ERROR -- The hook failed; nothing of it is committed:"
                + " java.io.IOException: disk full",
            "    INFO all is well"),
        firstLines(agent.calls(), 2));
    assertTrue(agent.calls().get(2).contains("HookRunTest.java"));
  }

  @Test
  void keepsTheOrderOfWhatTheCharmLogsAndHowItFails() {
    int status =
        run(
            FakeHook.lifecycle("install"),
            charm ->
                charm.onInstall(
                    event -> {
                      LoggerFactory.getLogger("disk").info("about to write");
                      charm.unit().setStatus(maintenance("writing"));
                      throw new IOException("disk full");
                    }));

    assertEquals(1, status);
    assertEquals(
        List.of(
            "status-get --include-data",
            "status-set -- maintenance writing",
            "juju-log -l INFO -- disk: about to write",
            "juju-log -l ERROR -- The hook failed; nothing of it is committed:"
                + " java.io.IOException: disk full"),
        firstLines(agent.calls(), 1));
  }

  @Test
  void exitsWithOneWhenAWriteIsRefused() {
    agent.fail("relation-set", "permission denied");

    int status =
        run(
            FakeHook.ofDatabase("changed"),
            charm ->
                charm.onDatabaseChanged(
                    event -> {
                      event.relation().ownUnitBag().put("ready", "yes");
                      charm.unit().setStatus(active());
                    }));

    assertEquals(1, status);
    assertEquals(
        List.of(
            "relation-set -r db:7 --file - < \"ready\": \"yes\"",
            "juju-log -l ERROR -- The hook failed; nothing of it is committed:"
                + " dev.charmsignals.hooktools.HookToolException: relation-set exited with status"
                + " 1: ERROR permission denied"),
        firstLines(agent.calls(), 1));
  }

  @Test
  void saysHowABreakpointCanBeReachedWhereThereIsNoDebuggersAgent() {
    Map<String, String> environment = FakeHook.lifecycle("install");
    environment.put("JUJU_DEBUG_AT", "install");

    int status = run(environment, charm -> charm.onInstall(event -> {}));

    assertEquals(0, status);
    assertEquals(
        List.of(
            "juju-log -l WARNING -- Breakpoints: Breakpoint install is passed: this JVM has no"
                + " debugger's agent, which CharmMain.run starts where it can; pack with"
                + " <module>jdk.jdwp.agent</module>"),
        agent.calls());
  }

  @Test
  void failsAtStartUpNamingTheDeclaredEndpoints() {
    int status =
        run(FakeHook.lifecycle("start"), charm -> charm.on().relation("database").changed());

    assertEquals(1, status);
    assertEquals(
        List.of(
            "juju-log -l ERROR -- The hook failed; nothing of it is committed:"
                + " dev.charmsignals.name.UndeclaredEndpointException: Endpoint \"database\" is"
                + " not declared in the charm's metadata, which declares \"db\", \"web\","
                + " \"cluster\""),
        firstLines(agent.calls(), 1));
  }

  @Test
  void refusesAHandlerAfterTheConstructor() {
    AtomicReference<OpenCharm> leaked = new AtomicReference<>();

    int status =
        run(
            FakeHook.lifecycle("install"),
            charm -> {
              leaked.set(charm);
              charm.onInstall(event -> leaked.get().onDatabaseChanged(late -> {}));
            });

    assertEquals(1, status);
    assertEquals(
        List.of(
            "juju-log -l ERROR -- The hook failed; nothing of it is committed:"
                + " dev.charmsignals.event.LateObserverException: A handler for"
                + " db-relation-changed comes too late: observe in the charm's constructor"),
        firstLines(agent.calls(), 1));
  }

  @Test
  void ignoresHooksWithoutEventsAndRunsNoHookCommand() {
    int status =
        run(
            FakeHook.lifecycle("leader-settings-changed"),
            charm -> {
              throw new AssertionError("no charm is needed");
            });

    assertEquals(0, status);
    assertEquals(List.of(), agent.calls());
  }

  private int run(Map<String, String> environment, Consumer<OpenCharm> constructor) {
    return HookRun.run(
        context -> new OpenCharm(context, constructor),
        new HookSetting(environment, Path.of("/charm"), agent, Clock.systemUTC(), () -> 1),
        new FakeDeclarations());
  }

  /** Keeps the first lines of the last call only, because stack traces differ. */
  private static List<String> firstLines(List<String> calls, int lines) {
    List<String> kept = new ArrayList<>(calls.subList(0, calls.size() - 1));
    kept.addAll(calls.get(calls.size() - 1).lines().limit(lines).toList());
    return kept;
  }

  /** A charm whose constructor is handed in. */
  private static final class OpenCharm extends Charm {

    OpenCharm(CharmContext context, Consumer<OpenCharm> constructor) {
      super(context);
      constructor.accept(this);
    }

    void onInstall(Handler<LifecycleEvent.Install> handler) {
      observe(on().install(), handler);
    }

    void onDatabaseChanged(Handler<RelationEvent.Changed> handler) {
      observe(on().relation("db").changed(), handler);
    }

    void onDatabaseDeparted(Handler<RelationEvent> handler) {
      observe(on().relation("db").departed(), handler);
    }
  }
}
