package dev.charmsignals.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.defer.DeferLimits;
import dev.charmsignals.event.DeferrableEvent;
import dev.charmsignals.event.HookEvent;
import dev.charmsignals.event.LifecycleEvent;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedUnit;
import dev.charmsignals.testkit.command.LogLevel;
import dev.charmsignals.testkit.world.HookRecord;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Events that observers put off. */
class DeferTest {

  private final List<String> told = new ArrayList<>();
  private boolean ready;

  @SimulatedJujuTest
  void comesAgainInEveryLaterHookUntilItIsHandled(SimulatedJuju juju) {
    SimulatedUnit unit = settled(juju, this::observeConfig);
    told.clear();

    unit.updateStatus();
    juju.settle();
    juju.application("a").leader("a/0");
    unit.updateStatus();
    juju.settle();
    ready = true;
    unit.updateStatus();
    juju.settle();
    unit.updateStatus();
    juju.settle();

    assertEquals(
        List.of(
            "configure in update-status",
            "configure in update-status",
            "configure in update-status"),
        told);
    assertEquals("{\"next\":2,\"events\":[]}", kept(unit));
  }

  @SimulatedJujuTest
  void comesBeforeTheNewEventInTheOrderOfDeferring(SimulatedJuju juju) {
    SimulatedUnit unit =
        settled(
            juju,
            context -> {
              observe(context, "first", context.events().install());
              observe(context, "second", context.events().configChanged());
              observe(context, "third", context.events().start());
              context
                  .observers()
                  .observe(context.events().updateStatus(), event -> told.add("update-status"));
            });
    told.clear();

    unit.updateStatus();
    juju.settle();

    assertEquals(
        List.of(
            "first in update-status",
            "second in update-status",
            "third in update-status",
            "update-status"),
        told);
  }

  @SimulatedJujuTest
  void doesNotRepeatItToOtherObservers(SimulatedJuju juju) {
    SimulatedUnit unit =
        settled(
            juju,
            context -> {
              context.observers().observe(context.events().install(), event -> told.add("before"));
              observe(context, "defers", context.events().install());
              context.observers().observe(context.events().install(), event -> told.add("after"));
            });

    unit.updateStatus();
    juju.settle();

    assertEquals(
        List.of("before", "defers in install", "after"),
        told.stream().filter(line -> !line.matches("defers in (?!install).*")).toList());
    assertEquals("defers in update-status", told.get(told.size() - 1));
  }

  @SimulatedJujuTest
  void isGoneWithAHookThatFails(SimulatedJuju juju) {
    boolean[] broken = {true};
    juju.automaticallyRetryHooks(false);
    juju.deploy(
        "a",
        OpenCharm.of(
            context -> {
              observe(context, "defers", context.events().start());
              context
                  .observers()
                  .observe(
                      context.events().start(),
                      event -> {
                        if (broken[0]) {
                          throw new IOException("disk full");
                        }
                      });
            }));
    juju.settle();
    SimulatedUnit unit = juju.unit("a/0");
    assertEquals(Optional.empty(), Optional.ofNullable(unit.state().get(KEY)));

    broken[0] = false;
    unit.resolve();
    juju.settle();

    assertTrue(unit.state().get(KEY).contains("\"observer\":\"defers\""));
  }

  @SimulatedJujuTest
  void keepsAnEventThatWasDeferredBeforeAHookThatFails(SimulatedJuju juju) {
    SimulatedUnit unit = settled(juju, this::observeConfig);
    ready = true;
    told.clear();

    unit.failNext("update-status");
    unit.updateStatus();
    juju.settle();

    assertEquals(List.of("configure in update-status", "configure in update-status"), told);
    assertEquals("{\"next\":2,\"events\":[]}", kept(unit));
  }

  @SimulatedJujuTest
  void isNotDoubledByAnEventThatSaysTheSame(SimulatedJuju juju) {
    SimulatedUnit unit = settled(juju, this::observeConfig);
    told.clear();

    juju.application("a").config("level", "1");
    juju.settle();
    assertEquals(List.of("configure in config-changed"), told);

    ready = true;
    told.clear();
    juju.application("a").config("level", "2");
    juju.settle();

    // The deferred one is dealt with, so the new one is told as well.
    assertEquals(List.of("configure in config-changed", "configure in config-changed"), told);
    assertEquals("{\"next\":2,\"events\":[]}", kept(unit));
  }

  @SimulatedJujuTest
  void tellsOfARelationAsItIsByThen(SimulatedJuju juju) {
    deployTwo(
        juju,
        context ->
            context
                .observers()
                .observe(
                    context.events().relation("db").changed(),
                    "read",
                    event -> {
                      if (event.unit().isEmpty()) {
                        return;
                      }
                      told.add(
                          "level " + event.relation().unitBag(event.unit().get()).get("level"));
                      if (!ready) {
                        event.defer();
                      }
                    }));
    juju.application("b").config("level", "1");
    juju.settle();
    juju.unit("a/0").loseWakeUps();
    ready = true;
    told.clear();

    juju.unit("a/0").updateStatus();
    juju.settle();

    assertEquals(List.of("level 1"), told);
  }

  @SimulatedJujuTest
  void parksEventsOfARelationThatIsGone(SimulatedJuju juju) {
    deployTwo(
        juju,
        context -> {
          observe(context, "join", context.events().relation("db").joined());
          context
              .observers()
              .observeParked(parked -> told.add(parked.observer() + ": " + parked.reason()));
        });
    told.clear();

    juju.relation(0).remove();
    juju.settle();

    assertEquals("join: its relation is gone", told.get(told.size() - 1));
    assertEquals(
        List.of(
            "db:0: Deferrals: Event db-relation-joined that observer join deferred is parked: its"
                + " relation is gone"),
        warnings(juju.unit("a/0")));
    assertEquals("{\"next\":2,\"events\":[]}", kept(juju.unit("a/0")));
  }

  @SimulatedJujuTest
  void tellsOfTheEndOfARelationThatIsGone(SimulatedJuju juju) {
    deployTwo(
        juju,
        context ->
            context
                .observers()
                .observe(
                    context.events().relation("db").broken(),
                    "clean-up",
                    event -> {
                      told.add(
                          event.relation().application()
                              + " "
                              + event.relation().units()
                              + " "
                              + event.relation().applicationBag());
                      if (!ready) {
                        event.defer();
                      }
                    }));
    juju.relation(0).remove();
    juju.settle();
    ready = true;
    told.clear();

    juju.unit("a/0").updateStatus();
    juju.settle();

    assertEquals(List.of("b [] {}"), told);
  }

  @SimulatedJujuTest
  void outlivesTheRenamingOfClassAndMethod(SimulatedJuju juju) {
    SimulatedUnit unit = settled(juju, this::observeConfig);
    told.clear();

    juju.application("a")
        .refresh(
            CharmUnderTest.inProcess(context -> new Renamed(context, told), OpenCharm.METADATA));
    juju.settle();

    assertEquals(List.of("other in upgrade-charm", "other in config-changed"), told);
    assertEquals(List.of(), warnings(unit));
  }

  @SimulatedJujuTest
  void parksWhatAnUpgradeHasNoObserverFor(SimulatedJuju juju) {
    SimulatedUnit unit =
        settled(
            juju,
            context -> {
              observe(context, "configure", context.events().configChanged());
              observe(context, "begin", context.events().start());
            });

    juju.application("a")
        .refresh(
            OpenCharm.of(context -> observe(context, "begin", context.events().upgradeCharm())));
    juju.settle();

    assertEquals(
        List.of(
            "Deferrals: Event config-changed that observer configure deferred is parked: the charm"
                + " has no observer of that name any more",
            "Deferrals: Event start that observer begin deferred is parked: the observer of that"
                + " name is one of upgrade-charm now"),
        warnings(unit));
  }

  @SimulatedJujuTest
  void parksWhatIsLeftWhenItsUnitIsRemoved(SimulatedJuju juju) {
    settled(juju, this::observeConfig);

    juju.unit("a/0").remove();
    juju.settle();

    assertTrue(
        juju.logs().stream()
            .anyMatch(
                line ->
                    line.text()
                        .endsWith(
                            "Event config-changed that observer configure deferred is parked: its"
                                + " unit is removed")));
  }

  @SimulatedJujuTest
  void parksTheOldestBeyondTheLimits(SimulatedJuju juju) {
    SimulatedUnit unit =
        settled(
            juju,
            context -> {
              context.observers().limit(new DeferLimits(1, 2, 10_000, Duration.ofDays(1)));
              observe(context, "first", context.events().install());
              observe(context, "second", context.events().start());
              observe(context, "third", context.events().updateStatus());
            });

    unit.updateStatus();
    juju.settle();

    assertEquals(
        List.of(
            "Deferrals: Event install that observer first deferred is parked: too many events are"
                + " deferred"),
        warnings(unit));
    assertTrue(!unit.state().get(KEY).contains("first") && unit.state().get(KEY).contains("third"));
  }

  @SimulatedJujuTest
  void asksForTheDeferredEventsOnlyWhereSomebodyMayHaveDeferred(SimulatedJuju juju) {
    juju.deploy(
        "plain", OpenCharm.of(c -> c.observers().observe(c.events().install(), event -> {})));
    juju.deploy(
        "named", OpenCharm.of(c -> c.observers().observe(c.events().install(), "n", event -> {})));
    juju.deploy(
        "stops", OpenCharm.of(c -> c.observers().observe(c.events().stop(), "n", event -> {})));
    juju.settle();

    assertEquals(List.of(), commandsOf(juju, "plain/0", "start"));
    assertEquals(List.of("state-get"), commandsOf(juju, "named/0", "start"));
    assertEquals(List.of(), commandsOf(juju, "stops/0", "start"));
  }

  @SimulatedJujuTest
  void needsANameToDefer(SimulatedJuju juju) {
    juju.automaticallyRetryHooks(false);
    juju.deploy(
        "a",
        OpenCharm.of(
            c -> c.observers().observe(c.events().install(), LifecycleEvent.Install::defer)));
    juju.settle();

    assertTrue(
        errors(juju.unit("a/0"))
            .contains(
                "DeferException: An observer of install that defers needs a name, by which a later"
                    + " version of the charm finds it again"),
        () -> errors(juju.unit("a/0")));
  }

  @SimulatedJujuTest
  void refusesTwoObserversOfOneName(SimulatedJuju juju) {
    juju.automaticallyRetryHooks(false);
    juju.deploy(
        "a",
        OpenCharm.of(
            context -> {
              context.observers().observe(context.events().install(), "same", event -> {});
              context.observers().observe(context.events().start(), "same", event -> {});
            }));
    juju.settle();

    assertTrue(
        errors(juju.unit("a/0"))
            .contains("Two observers are named \"same\", of install and of start"),
        () -> errors(juju.unit("a/0")));
  }

  @SimulatedJujuTest
  void goesOnWithoutDeferredEventsThatSomebodyEdited(SimulatedJuju juju) {
    SimulatedUnit unit =
        settled(
            juju,
            context ->
                context
                    .observers()
                    .observe(
                        context.events().install(),
                        "meddler",
                        event -> context.session().state().put(KEY, "[]")));

    unit.updateStatus();
    juju.settle();

    assertTrue(errors(unit).contains("charm-signals/.deferred cannot be read"), () -> errors(unit));
    assertEquals("", unit.agentStatus().message());
  }

  private static final String KEY = "charm-signals/.deferred";

  private void observeConfig(CharmContext context) {
    observe(context, "configure", context.events().configChanged());
  }

  private <E extends HookEvent & DeferrableEvent> void observe(
      CharmContext context, String name, dev.charmsignals.event.EventSource<E> source) {
    context
        .observers()
        .observe(
            source,
            name,
            event -> {
              told.add(name + " in " + context.environment().hook().hookName());
              if (!ready) {
                event.defer();
              }
            });
  }

  private static SimulatedUnit settled(SimulatedJuju juju, Consumer<CharmContext> constructor) {
    juju.deploy("a", OpenCharm.of(constructor));
    juju.settle();
    return juju.unit("a/0");
  }

  /** Relates {@code a:db}, whose constructor is given, to {@code b:web}, which shows its config. */
  private static void deployTwo(SimulatedJuju juju, Consumer<CharmContext> constructor) {
    juju.deploy("a", OpenCharm.of(constructor));
    juju.deploy(
        "b",
        OpenCharm.of(
            context ->
                context
                    .observers()
                    .observe(
                        context.events().configChanged(),
                        event ->
                            context
                                .session()
                                .relations("web")
                                .forEach(
                                    relation ->
                                        relation
                                            .ownUnitBag()
                                            .put(
                                                "level",
                                                ""
                                                    + context
                                                        .session()
                                                        .config()
                                                        .string("level")
                                                        .orElseThrow())))));
    juju.integrate("a:db", "b:web");
    juju.settle();
  }

  private static String kept(SimulatedUnit unit) {
    return unit.state().get(KEY);
  }

  private static List<String> warnings(SimulatedUnit unit) {
    return unit.logs().stream()
        .filter(line -> line.level() == LogLevel.WARNING)
        .flatMap(line -> line.text().lines())
        .map(String::strip)
        .toList();
  }

  private static String errors(SimulatedUnit unit) {
    return unit.logs().stream()
        .filter(line -> line.level() == LogLevel.ERROR)
        .map(line -> line.text())
        .toList()
        .toString();
  }

  private static List<String> commandsOf(SimulatedJuju juju, String unit, String hook) {
    for (HookRecord record : juju.unit(unit).hooks()) {
      if (record.hook().name().equals(hook)) {
        return record.commands().stream().map(command -> command.command()).toList();
      }
    }
    throw new AssertionError(hook);
  }

  /** A later version of the charm: other names everywhere but for the observer. */
  private static final class Renamed extends dev.charmsignals.charm.Charm {

    private final List<String> told;

    Renamed(CharmContext context, List<String> told) {
      super(context);
      this.told = told;
      observe(on().configChanged(), "configure", this::another);
    }

    private void another(LifecycleEvent.ConfigChanged event) {
      told.add("other in " + context().environment().hook().hookName());
    }
  }
}
