package dev.charmsignals.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.defer.DeferLimits;
import dev.charmsignals.event.DeferrableEvent;
import dev.charmsignals.event.EventSource;
import dev.charmsignals.event.HookEvent;
import dev.charmsignals.event.ObjectEvents;
import dev.charmsignals.event.OwnEvent;
import dev.charmsignals.event.OwnEventException;
import dev.charmsignals.event.OwnEventSource;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedUnit;
import dev.charmsignals.testkit.command.LogLevel;
import dev.charmsignals.testkit.world.ActionStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Events that are put off when other things go wrong, too. */
class DeferAdversityTest {

  private static final String KEY = "charm-signals/.deferred";
  private static final String NOTHING = "{\"next\":2,\"events\":[]}";

  private final List<String> told = new ArrayList<>();
  private final Set<String> ready = new HashSet<>();
  private boolean broken;

  record Note(String text, double size) implements OwnEvent {
    Note(String text) {
      this(text, 1);
    }
  }

  static final class Notes extends ObjectEvents {
    final OwnEventSource<Note> note = source("note", Note.class);
  }

  @SimulatedJujuTest
  void undoesWhatWasDealtWithWhenALaterHandlerFails(SimulatedJuju juju) {
    juju.automaticallyRetryHooks(false);
    SimulatedUnit unit = settled(juju, this::beginAndUpdate);
    String waiting = unit.state().get(KEY);
    ready.add("begin");
    broken = true;
    unit.updateStatus();
    juju.settle();
    assertEquals(Map.of(KEY, waiting), unit.state());

    broken = false;
    unit.resolve();
    juju.settle();
    unit.updateStatus();
    juju.settle();

    assertEquals(Map.of(KEY, NOTHING, "begun", "1"), unit.state());
  }

  @SimulatedJujuTest
  void offersItInAnActionOfAUnitWhoseHookFailed(SimulatedJuju juju) {
    juju.automaticallyRetryHooks(false);
    SimulatedUnit unit = settled(juju, this::beginAndUpdate);
    broken = true;
    unit.updateStatus();
    juju.settle();
    ready.add("begin");

    ActionStatus status = unit.runAction("backup").status();
    assertEquals(ActionStatus.COMPLETED, status);
    assertEquals(Map.of(KEY, NOTHING, "begun", "1"), unit.state());

    broken = false;
    unit.resolve();
    juju.settle();
    assertEquals(Map.of(KEY, NOTHING, "begun", "1"), unit.state());
  }

  @SimulatedJujuTest
  void keepsTheOrderAmongObserversWhateverIsDealtWith(SimulatedJuju juju) {
    SimulatedUnit unit =
        settled(
            juju,
            context -> {
              observe(context, "a1", context.events().install());
              observe(context, "b1", context.events().install());
              observe(context, "b2", context.events().start());
              observe(context, "a2", context.events().start());
            });
    told.clear();
    ready.add("b1");
    unit.updateStatus();
    juju.settle();
    assertEquals(List.of("a1", "b1", "b2", "a2"), told);
    told.clear();

    unit.updateStatus();
    juju.settle();

    assertEquals(List.of("a1", "b2", "a2"), told);
  }

  @SimulatedJujuTest
  void keepsOneOfAnEventThatItsHandlerEmitsAgain(SimulatedJuju juju) {
    boolean[] within = {false};
    SimulatedUnit unit =
        settled(
            juju,
            context -> {
              Notes on = context.observers().bind(new Notes(), "notes");
              context
                  .observers()
                  .observe(
                      on.note,
                      "again",
                      event -> {
                        told.add(event.event().text());
                        if (!within[0]) {
                          within[0] = true;
                          on.note.emit(event.event());
                          within[0] = false;
                        }
                        event.defer();
                      });
              context
                  .observers()
                  .observe(context.events().start(), event -> on.note.emit(new Note("n")));
            });
    assertEquals(1, waiting(unit), unit.state()::toString);

    unit.updateStatus();
    juju.settle();

    assertEquals(1, waiting(unit), unit.state()::toString);
    assertTrue(unit.state().get(KEY).contains("\"n\":1,"), unit.state()::toString);
    assertEquals(List.of("n", "n", "n", "n"), told);
  }

  @SimulatedJujuTest
  void leavesToAnEmitterWhatAnObserverThrows(SimulatedJuju juju) {
    SimulatedUnit unit =
        settled(
            juju,
            context -> {
              Notes on = context.observers().bind(new Notes(), "notes");
              context
                  .observers()
                  .observe(
                      on.note,
                      "first",
                      event -> {
                        told.add("first");
                        event.defer();
                      });
              context
                  .observers()
                  .observe(
                      on.note,
                      "second",
                      event -> {
                        event.defer();
                        throw new IOException("disk full");
                      });
              context.observers().observe(on.note, event -> told.add("third"));
              context
                  .observers()
                  .observe(
                      context.events().start(),
                      event -> {
                        try {
                          on.note.emit(new Note("n"));
                        } catch (OwnEventException e) {
                          told.add("caught");
                        }
                      });
            });

    assertEquals(List.of("first", "caught"), told);
    assertEquals(1, waiting(unit));
    assertTrue(unit.state().get(KEY).contains("\"first\""));
  }

  @SimulatedJujuTest
  void reportsWhatIsLeftWhenNobodyDefersAnyMore(SimulatedJuju juju) {
    SimulatedUnit unit =
        settled(juju, context -> observe(context, "begin", context.events().install()));

    juju.application("a").refresh(OpenCharm.of(this::reportParked));
    juju.settle();

    assertEquals("parked begin", told.get(told.size() - 1));
    assertEquals(
        List.of(
            "Deferrals: Event install that observer begin deferred is parked: the charm has no"
                + " observer of that name any more"),
        warnings(unit));
    assertEquals(NOTHING, unit.state().get(KEY));
  }

  @SimulatedJujuTest
  void leavesABrokenRelationReadableInItsLastHook(SimulatedJuju juju) {
    juju.deploy(
        "a",
        OpenCharm.of(
            context -> {
              observe(context, "left", context.events().relation("db").departed());
              context
                  .observers()
                  .observe(
                      context.events().relation("db").broken(),
                      event -> told.add("broken " + event.relation().applicationBag()));
            }));
    juju.deploy(
        "b",
        OpenCharm.of(
            context ->
                context
                    .observers()
                    .observe(
                        context.events().relation("web").created(),
                        event -> event.relation().ownApplicationBag().put("name", "x"))));
    juju.integrate("a:db", "b:web");
    juju.settle();

    juju.relation(0).remove();
    juju.settle();
    juju.unit("a/0").updateStatus();
    juju.settle();

    assertEquals(List.of("left", "left", "broken {name=x}", "left"), told);
  }

  @SimulatedJujuTest
  void parksWhatIsTooOldAndSaysHowOldThatIs(SimulatedJuju juju) {
    SimulatedUnit unit =
        settled(
            juju,
            context -> {
              context.observers().limit(new DeferLimits(9, 9, 9_000, Duration.ofMinutes(30)));
              observe(context, "begin", context.events().install());
            });
    told.clear();
    juju.advance(Duration.ofHours(1));

    unit.updateStatus();
    juju.settle();

    assertEquals(
        List.of(
            "Deferrals: Event install that observer begin deferred is parked: it has been deferred"
                + " for longer than 1800 seconds"),
        warnings(unit));
    assertEquals("begin", told.get(0));
    assertEquals(NOTHING, unit.state().get(KEY));
  }

  @SimulatedJujuTest
  void letsEventsWaitForEver(SimulatedJuju juju) {
    SimulatedUnit unit =
        settled(
            juju,
            context -> {
              context
                  .observers()
                  .limit(new DeferLimits(9, 9, 9_000, Duration.ofSeconds(Long.MAX_VALUE)));
              observe(context, "begin", context.events().install());
            });

    unit.updateStatus();
    juju.settle();

    assertEquals("", unit.agentStatus().message());
    assertEquals(1, waiting(unit));
  }

  @SimulatedJujuTest
  void endsWhereReportsAreDeferredToo(SimulatedJuju juju) {
    int[] count = {0};
    SimulatedUnit unit =
        settled(
            juju,
            context -> {
              Notes on = context.observers().bind(new Notes(), "notes");
              context.observers().limit(new DeferLimits(1, 1, 9_000, Duration.ofDays(1)));
              context.observers().observe(on.note, "alarm", event -> event.defer());
              context
                  .observers()
                  .observeParked(parked -> on.note.emit(new Note("alarm " + count[0]++)));
              observe(context, "one", context.events().install());
              observe(context, "two", context.events().start());
            });

    assertEquals("", unit.agentStatus().message());
    assertEquals(1, waiting(unit));
    assertTrue(warnings(unit).size() >= 2, warnings(unit)::toString);
  }

  @SimulatedJujuTest
  void reportsWhatIsDeferredAtTheVeryEndOfAUnit(SimulatedJuju juju) {
    SimulatedUnit unit =
        settled(
            juju,
            context -> {
              Notes on = context.observers().bind(new Notes(), "notes");
              context.observers().observe(on.note, "late", event -> event.defer());
              reportParked(context);
              context
                  .session()
                  .beforeCommit(
                      () -> on.note.emit(new Note(context.environment().hook().hookName())));
            });
    told.clear();

    unit.remove();
    juju.settle();

    // Those of the hooks so far, and the one that is put off while remove ends.
    int deferred = (int) told.stream().filter("parked late"::equals).count();
    assertEquals(
        unit.hooks().stream().map(hook -> hook.hook().name()).distinct().count(), deferred);
  }

  @SimulatedJujuTest
  void parksAnEventOfWhichSomethingIsMissing(SimulatedJuju juju) {
    SimulatedUnit unit =
        settled(
            juju,
            context -> {
              context
                  .observers()
                  .observe(
                      context.events().install(),
                      event ->
                          context
                              .session()
                              .state()
                              .put(
                                  KEY,
                                  "{\"next\":2,\"events\":[{\"n\":1,\"observer\":\"s\",\"event\":"
                                      + "\"secret-changed\",\"at\":1,\"facts\":{}}]}"));
              observe(context, "s", context.events().secretChanged());
            });

    assertEquals("", unit.agentStatus().message());
    assertEquals(
        List.of(
            "Deferrals: Event secret-changed that observer s deferred is parked: what is kept of it"
                + " cannot be read"),
        warnings(unit));
  }

  @SimulatedJujuTest
  void tellsOfWhatCannotBeKeptWhileAnotherWaits(SimulatedJuju juju) {
    SimulatedUnit unit =
        settled(
            juju,
            context -> {
              Notes on = context.observers().bind(new Notes(), "notes");
              context
                  .observers()
                  .observe(
                      on.note,
                      "use",
                      event -> {
                        told.add(event.event().text());
                        if (!ready.contains("use")) {
                          event.defer();
                        }
                      });
              context
                  .observers()
                  .observe(
                      context.events().start(),
                      event -> {
                        on.note.emit(new Note("small"));
                        ready.add("use");
                        on.note.emit(new Note("huge", Double.NaN));
                        ready.clear();
                        try {
                          on.note.emit(new Note("x".repeat(70_000)));
                        } catch (OwnEventException e) {
                          told.add(e.getMessage().substring(0, 45));
                        }
                      });
            });

    told.replaceAll(text -> text.length() > 50 ? "long" : text);
    assertEquals(
        List.of("small", "huge", "long", "Own event \"notes/note\" cannot be deferred: Sn"), told);
    assertEquals(1, waiting(unit));
  }

  @SimulatedJujuTest
  void staysFarBelowTheSizeThatCharmStateMayHave(SimulatedJuju juju) {
    SimulatedUnit unit =
        settled(
            juju,
            context -> {
              Notes on = context.observers().bind(new Notes(), "notes");
              context.observers().observe(on.note, "use", event -> event.defer());
              context
                  .observers()
                  .observe(
                      context.events().start(),
                      event -> {
                        for (int i = 0; i < 40; i++) {
                          on.note.emit(new Note(i + "\u20ac".repeat(60_000)));
                        }
                      });
            });

    assertEquals("", unit.agentStatus().message());
    assertEquals(36, warnings(unit).size());
    assertEquals(4, waiting(unit));
  }

  private void beginAndUpdate(CharmContext context) {
    context
        .observers()
        .observe(
            context.events().install(),
            "begin",
            event -> {
              if (!ready.contains("begin")) {
                event.defer();
                return;
              }
              String before = context.session().state().get("begun").orElse("0");
              context
                  .session()
                  .state()
                  .put("begun", Integer.toString(Integer.parseInt(before) + 1));
            });
    context
        .observers()
        .observe(
            context.events().updateStatus(),
            event -> {
              if (broken) {
                throw new IOException("disk full");
              }
            });
    context.observers().observe(context.events().action("backup"), event -> {});
  }

  private void reportParked(CharmContext context) {
    context.observers().observeParked(parked -> told.add("parked " + parked.observer()));
  }

  private <E extends HookEvent & DeferrableEvent> void observe(
      CharmContext context, String name, EventSource<E> source) {
    context
        .observers()
        .observe(
            source,
            name,
            event -> {
              told.add(name);
              if (!ready.contains(name)) {
                event.defer();
              }
            });
  }

  private static SimulatedUnit settled(SimulatedJuju juju, Consumer<CharmContext> constructor) {
    juju.deploy("a", OpenCharm.of(constructor));
    juju.settle();
    return juju.unit("a/0");
  }

  private static int waiting(SimulatedUnit unit) {
    String text = "";
    for (Map.Entry<String, String> entry : unit.state().entrySet()) {
      text += entry.getKey().startsWith(KEY) ? entry.getValue() : "";
    }
    return text.split("\"observer\":", -1).length - 1;
  }

  private static List<String> warnings(SimulatedUnit unit) {
    return unit.logs().stream()
        .filter(line -> line.level() == LogLevel.WARNING)
        .flatMap(line -> line.text().lines())
        .map(String::strip)
        .toList();
  }
}
