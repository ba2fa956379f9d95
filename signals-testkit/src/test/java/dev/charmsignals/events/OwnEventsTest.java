package dev.charmsignals.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.Emitted;
import dev.charmsignals.event.ObjectEvents;
import dev.charmsignals.event.OwnEvent;
import dev.charmsignals.event.OwnEventException;
import dev.charmsignals.event.OwnEventSource;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedUnit;
import dev.charmsignals.testkit.command.LogLevel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Events that an author's own objects emit. */
class OwnEventsTest {

  private final List<String> told = new ArrayList<>();
  private boolean ready;

  record Ready(String host, List<Integer> ports, Optional<String> note) implements OwnEvent {}

  record Gone() implements OwnEvent {}

  static final class DatabaseEvents extends ObjectEvents {
    final OwnEventSource<Ready> ready = source("ready", Ready.class);
    final OwnEventSource<Gone> gone = source("gone", Gone.class);
  }

  /** What a library would have: an object that turns hooks into events of its own. */
  static final class Database {

    final DatabaseEvents on;

    Database(CharmContext context, String key) {
      on = context.observers().bind(new DatabaseEvents(), key);
      context
          .observers()
          .observe(
              context.events().start(),
              event -> on.ready.emit(new Ready(key, List.of(1, 2), Optional.of("new"))));
    }
  }

  @SimulatedJujuTest
  void tellsObserversInOrderAndWithinTheEmittingHandler(SimulatedJuju juju) {
    juju.deploy(
        "a",
        OpenCharm.of(
            context -> {
              DatabaseEvents on = context.observers().bind(new DatabaseEvents(), "db");
              context
                  .observers()
                  .observe(
                      on.ready,
                      event -> {
                        told.add("first " + event.event());
                        on.gone.emit(new Gone());
                        told.add("first again");
                      });
              context.observers().observe(on.ready, event -> told.add("second"));
              context.observers().observe(on.gone, event -> told.add("nested " + event));
              context
                  .observers()
                  .observe(
                      context.events().install(),
                      event -> {
                        told.add("before");
                        on.ready.emit(new Ready("h", List.of(), Optional.empty()));
                        told.add("after");
                      });
            }));
    juju.settle();

    assertEquals(
        List.of(
            "before",
            "first Ready[host=h, ports=[], note=Optional.empty]",
            "nested Gone",
            "first again",
            "second",
            "after"),
        told);
  }

  @SimulatedJujuTest
  void keepsWhatADeferredEventSays(SimulatedJuju juju) {
    SimulatedUnit unit = deployed(juju, "database");
    assertEquals(List.of("use in start: database [1, 2] new"), told);

    unit.updateStatus();
    juju.settle();
    ready = true;
    unit.updateStatus();
    juju.settle();
    unit.updateStatus();
    juju.settle();

    assertEquals(
        List.of(
            "use in start: database [1, 2] new",
            "use in update-status: database [1, 2] new",
            "use in update-status: database [1, 2] new"),
        told);
  }

  @SimulatedJujuTest
  void parksAnEventThatALaterVersionCannotRead(SimulatedJuju juju) {
    SimulatedUnit unit = deployed(juju, "database");

    juju.application("a")
        .refresh(
            CharmUnderTest.inProcess(context -> new Stricter(context, told), OpenCharm.METADATA));
    juju.settle();

    assertEquals(
        "use: what it said no longer fits: host: is not a whole number from -2147483648 to"
            + " 2147483647",
        told.get(1));
    assertEquals(
        List.of(
            "Deferrals: Event database/ready that observer use deferred is parked: what it said no"
                + " longer fits: host: is not a whole number from -2147483648 to 2147483647"),
        unit.logs().stream()
            .filter(line -> line.level() == LogLevel.WARNING)
            .map(line -> line.text())
            .toList());
  }

  @SimulatedJujuTest
  void failsTheHookOfAHandlerThatFails(SimulatedJuju juju) {
    juju.automaticallyRetryHooks(false);
    AtomicReference<Exception> thrown = new AtomicReference<>();
    juju.deploy(
        "a",
        OpenCharm.of(
            context -> {
              DatabaseEvents on = context.observers().bind(new DatabaseEvents(), "db");
              context
                  .observers()
                  .observe(
                      on.gone,
                      event -> {
                        throw new IOException("disk full");
                      });
              context
                  .observers()
                  .observe(
                      context.events().install(),
                      event -> {
                        try {
                          on.gone.emit(new Gone());
                        } catch (OwnEventException e) {
                          thrown.set(e);
                          throw e;
                        }
                      });
            }));
    juju.settle();

    assertEquals("A handler of own event \"db/gone\" failed", thrown.get().getMessage());
    assertEquals("disk full", thrown.get().getCause().getMessage());
    assertEquals("hook failed: \"install\"", juju.unit("a/0").agentStatus().message());
  }

  @SimulatedJujuTest
  void refusesMistakesOfDeclarationAtStartUp(SimulatedJuju juju) {
    assertTrue(
        complaint(
                juju,
                "twice",
                context -> {
                  context.observers().bind(new DatabaseEvents(), "db");
                  context.observers().bind(new DatabaseEvents(), "db");
                })
            .contains("Two objects with events are bound to the key \"db\""));
    assertTrue(
        complaint(
                juju,
                "early",
                context ->
                    context.observers().bind(new DatabaseEvents(), "db").gone.emit(new Gone()))
            .contains("Own event \"db/gone\" is emitted while the charm is constructed"));
    assertTrue(
        complaint(juju, "unbound", context -> new DatabaseEvents().gone.emit(new Gone()))
            .contains(
                "Own event \"gone\" belongs to no charm yet; hand its events to the charm, as in"
                    + " events(new DatabaseEvents(), \"database\"), or in a library as in"
                    + " context.observers().bind(new DatabaseEvents(), \"database\")"));
    assertTrue(
        complaint(juju, "unkeepable", context -> new Unkeepable())
            .contains("Component Handle.thread has type java.lang.Thread"));
  }

  private static final class Unkeepable extends ObjectEvents {

    record Handle(Thread thread) implements OwnEvent {}

    final OwnEventSource<Handle> handle = source("handle", Handle.class);
  }

  private static String complaint(
      SimulatedJuju juju, String name, java.util.function.Consumer<CharmContext> constructor) {
    juju.automaticallyRetryHooks(false);
    juju.deploy(name, OpenCharm.of(constructor));
    juju.settle();
    return juju.unit(name + "/0").logs().get(0).text();
  }

  private SimulatedUnit deployed(SimulatedJuju juju, String key) {
    juju.deploy(
        "a",
        OpenCharm.of(
            context -> {
              Database database = new Database(context, key);
              context
                  .observers()
                  .observe(
                      database.on.ready,
                      "use",
                      (Emitted<Ready> event) -> {
                        told.add(
                            "use in "
                                + context.environment().hook().hookName()
                                + ": "
                                + event.event().host()
                                + " "
                                + event.event().ports()
                                + " "
                                + event.event().note().orElse("-"));
                        if (!ready) {
                          event.defer();
                        }
                      });
            }));
    juju.settle();
    return juju.unit("a/0");
  }

  /** A later version of the charm, whose event has another shape. */
  private static final class Stricter extends Charm {

    record Ready(int host) implements OwnEvent {}

    static final class Events extends ObjectEvents {
      final OwnEventSource<Ready> ready = source("ready", Ready.class);
    }

    Stricter(CharmContext context, List<String> told) {
      super(context);
      Events on = events(new Events(), "database");
      observe(on.ready, "use", event -> told.add("never"));
      observeParked(parked -> told.add(parked.observer() + ": " + parked.reason()));
    }
  }
}
