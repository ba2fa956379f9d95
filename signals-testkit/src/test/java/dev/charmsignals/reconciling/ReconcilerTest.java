package dev.charmsignals.reconciling;

import static dev.charmsignals.model.Status.active;
import static dev.charmsignals.model.Status.blocked;
import static dev.charmsignals.model.Status.maintenance;
import static dev.charmsignals.model.Status.waiting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.EventSource;
import dev.charmsignals.event.HookEvent;
import dev.charmsignals.model.Status;
import dev.charmsignals.reconciler.EscalatedException;
import dev.charmsignals.reconciler.Reconciler;
import dev.charmsignals.reconciler.StatusException;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.command.WorkloadStatus;
import dev.charmsignals.testkit.world.HookOutcome;
import dev.charmsignals.testkit.world.HookRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs, default handlers, failures and removal, in hooks. */
class ReconcilerTest {

  private static WorkloadStatus shows(String status, String message) {
    return new WorkloadStatus(status, message);
  }

  /** The first error of the install hook: what an author who made this mistake reads. */
  private static String mistake(Bench bench) {
    return bench.unit().logs().stream()
        .filter(record -> record.level().name().equals("ERROR"))
        .map(record -> record.text().lines().findFirst().orElse(""))
        .findFirst()
        .orElse("none")
        .replaceFirst("^.*Exception: ", "");
  }

  @SimulatedJujuTest
  void case1NewReconcilerHasNoComponents(SimulatedJuju juju) {
    List<Object> components = new ArrayList<>();
    Bench.in(juju).deploy((reconciler, context) -> components.add(reconciler.components()));

    assertEquals(List.of(), components.get(0));
  }

  @SimulatedJujuTest
  void case2TellsItsComponentsAndTheirDependencies(SimulatedJuju juju) {
    Bench bench = Bench.in(juju);
    Part c1 = bench.part("c1");
    Part c2 = bench.part("c2");
    bench.deploy(
        (reconciler, context) -> {
          reconciler.add(c1);
          assertEquals(List.of(c1), reconciler.add(c2).dependsOn(c1, c1).dependencies());
          assertEquals(List.of(c1, c2), reconciler.components());
        });

    assertEquals(shows("active", ""), bench.status());
  }

  @SimulatedJujuTest
  void case3RefusesAComponentAfterItsHandlersAreInstalled(SimulatedJuju juju) {
    Bench bench = Bench.in(juju);
    bench.deployBare(
        (reconciler, context) -> {
          reconciler.installDefaultHandlers();
          reconciler.add(bench.part("late"));
        });

    assertEquals(
        "Component late comes after installDefaultHandlers(), which has looked at the events of all"
            + " components; call that last",
        mistake(bench));
  }

  @SimulatedJujuTest
  void case4RefusesToInstallItsHandlersTwice(SimulatedJuju juju) {
    Bench bench = Bench.in(juju);
    bench.deploy((reconciler, context) -> reconciler.installDefaultHandlers());

    assertEquals(
        "The reconciler's handlers are installed already, and twice would run everything twice;"
            + " call installDefaultHandlers() once",
        mistake(bench));
  }

  @SimulatedJujuTest
  void case6RefusesASecondReconcilerInACharm(SimulatedJuju juju) {
    Bench bench = Bench.in(juju);
    bench.deploy((reconciler, context) -> new Reconciler(context));

    assertEquals(
        "This charm has a reconciler already, and two would overwrite each other's status; add all"
            + " components to one",
        mistake(bench));
  }

  @SimulatedJujuTest
  void case7WithoutComponentsTheUnitIsActive(SimulatedJuju juju) {
    Bench bench = Bench.in(juju).deploy((reconciler, context) -> {});
    HookRecord hook = bench.updateStatus();

    assertEquals(shows("active", ""), bench.status());
    assertEquals(List.of(), Bench.statuses(hook));
  }

  @SimulatedJujuTest
  void case19StatusIsTakenAfterTheWork(SimulatedJuju juju) {
    Bench bench = Bench.in(juju);
    boolean[] done = {false};
    Part part =
        bench
            .part("a")
            .doing(() -> done[0] = true)
            .asking(() -> done[0] ? active() : waiting("not done"));
    bench.deploy((reconciler, context) -> reconciler.reconcileOnUpdateStatus(false).add(part));
    assertEquals(shows("active", ""), bench.status());

    done[0] = false;
    bench.updateStatus();
    assertEquals(shows("waiting", "[a] not done"), bench.status());
  }

  @SimulatedJujuTest
  void case20RunsThePartOfTheLeaderOrThatOfTheOthers(SimulatedJuju juju) {
    Bench bench = Bench.in(juju);
    bench.deploy((reconciler, context) -> reconciler.add(bench.part("a").tellingParts()));

    bench.updateStatus();
    juju.application("app").noLeader();
    bench.updateStatus();

    assertEquals(List.of("a", "a as leader", "a", "a as non-leader"), bench.calls);
  }

  @SimulatedJujuTest
  void case21UpdateStatusReconciles(SimulatedJuju juju) {
    Bench bench = Bench.in(juju);
    bench.deploy(
        (reconciler, context) -> {
          reconciler.add(bench.part("c1"));
          reconciler.add(bench.part("c2"));
        });
    bench.updateStatus();

    assertEquals(List.of("c1", "c2"), bench.calls);
    assertEquals(shows("active", ""), bench.status());
  }

  @SimulatedJujuTest
  void case22UpdateStatusOnlyLooksWhenAskedTo(SimulatedJuju juju) {
    Bench bench = Bench.in(juju);
    Part c1 = bench.part("component1").saying(waiting("component1 waiting to be alive"));
    Part c2 = bench.part("component2");
    bench.deploy(
        (reconciler, context) -> {
          reconciler.reconcileOnUpdateStatus(false);
          reconciler.add(c1);
          reconciler.add(c2).dependsOn(c1);
        });
    HookRecord hook = bench.updateStatus();

    assertEquals(List.of(), bench.calls);
    assertEquals(shows("waiting", "[component1] component1 waiting to be alive"), bench.status());
    assertEquals(
        List.of(
            "[component1] waiting: component1 waiting to be alive",
            "[component2] maintenance: Execution pending - waiting on component1 (waiting:"
                + " component1 waiting to be alive)."),
        Bench.statuses(hook));
  }

  @SimulatedJujuTest
  void case23UpdateStatusThatOnlyLooksSeesABlockedDependant(SimulatedJuju juju) {
    Bench bench = Bench.in(juju);
    Part c1 = bench.part("c1");
    Part c2 = bench.part("c2").saying(blocked("no"));
    bench.deploy(
        (reconciler, context) -> {
          reconciler.reconcileOnUpdateStatus(false).add(c1);
          reconciler.add(c2).dependsOn(c1);
        });
    bench.updateStatus();

    assertEquals(shows("blocked", "[c2] no"), bench.status());
  }

  @SimulatedJujuTest
  void case24UpdateStatusRunsComponentsOrNot(SimulatedJuju juju) {
    Bench looking = Bench.in(juju);
    looking.deploy(
        (reconciler, context) -> reconciler.reconcileOnUpdateStatus(false).add(looking.part("a")));
    HookRecord hook = looking.updateStatus();

    assertEquals(List.of(), looking.calls);
    assertEquals(
        "INFO On update-status: computing the status only, because it is asked not to reconcile",
        Bench.log(hook).get(0));
  }

  @SimulatedJujuTest
  void case25ListsTheEventsOfItsComponents(SimulatedJuju juju) {
    List<String> events = new ArrayList<>();
    Bench bench = Bench.in(juju);
    bench.deployBare(
        (reconciler, context) -> {
          var a = context.events().relation("relation-a");
          var b = context.events().relation("relation-b");
          reconciler.add(bench.part("c1").on(a.changed()).on(a.broken()));
          // D: each once, where the original lists one that two ask for twice.
          reconciler.add(bench.part("c2").on(a.changed()).on(b.changed()));
          for (EventSource<? extends HookEvent> event : reconciler.events()) {
            events.add(event.hook().hookName());
          }
        });

    assertEquals(
        List.of(
            "relation-a-relation-changed",
            "relation-a-relation-broken",
            "relation-b-relation-changed"),
        events.subList(0, 3));
  }

  @SimulatedJujuTest
  void case26RunsOnceHoweverManyComponentsAskForTheEvent(SimulatedJuju juju) {
    // D: the original runs everything twice.
    Bench bench = Bench.in(juju);
    bench.deploy(
        (reconciler, context) -> {
          var created = context.events().relation("relation-a").created();
          reconciler.add(bench.part("c1").on(created).on(context.events().configChanged()));
          reconciler.add(bench.part("c2").on(created));
        });
    Others.deployAndRelate(juju, "app:relation-a");
    bench.unit().run("relation-a-relation-created");

    assertEquals(List.of("c1", "c2"), bench.calls);
  }

  @SimulatedJujuTest
  void case27RunsWhatALaterComponentReleases(SimulatedJuju juju) {
    Bench bench = Bench.in(juju);
    Status[] says = {waiting("soon")};
    Part a = bench.part("a").asking(() -> says[0]);
    Part b = bench.part("b");
    Part act = bench.part("act").doing(() -> says[0] = active());
    bench.deploy(
        (reconciler, context) -> {
          reconciler.add(a);
          reconciler.add(b).dependsOn(a);
          reconciler.add(act);
        });
    says[0] = waiting("soon");
    bench.updateStatus();

    assertEquals(List.of("a", "act", "b"), bench.calls);
    assertEquals(shows("active", ""), bench.status());
  }

  @SimulatedJujuTest
  void case28ReportsAsPendingWhatBrokeItsOwnDependency(SimulatedJuju juju) {
    Bench bench = Bench.in(juju);
    Status[] says = {active()};
    Part a = bench.part("a").asking(() -> says[0]);
    Part f = bench.part("f").doing(() -> says[0] = blocked("broke later"));
    bench.deploy(
        (reconciler, context) -> {
          reconciler.add(a);
          reconciler.add(f).dependsOn(a);
        });
    says[0] = active();
    HookRecord hook = bench.updateStatus();

    assertEquals(List.of("a", "f"), bench.calls);
    assertEquals(shows("blocked", "[a] broke later"), bench.status());
    assertEquals(
        List.of(
            "[a] blocked: broke later",
            "[f] maintenance: Execution pending - waiting on a (blocked: broke later)."),
        Bench.statuses(hook));
  }

  @SimulatedJujuTest
  void case35RemovesAllInReverseOrderWhateverFails(SimulatedJuju juju) {
    Bench bench = Bench.in(juju);
    Part a = bench.part("a");
    Part b = bench.part("b").removedBy(ReconcilerTest::fail);
    Part c = bench.part("c");
    bench.deploy(
        (reconciler, context) -> {
          reconciler.add(a);
          reconciler.add(b).dependsOn(a);
          reconciler.add(c).dependsOn(b);
        });
    bench.unit().remove();
    HookRecord hook = bench.unit().runUntil("remove");

    // D: the original removes in the order of adding.
    assertEquals(List.of("remove c", "remove b", "remove a"), bench.calls);
    assertEquals(
        List.of(
            "INFO Successfully removed component c",
            "WARNING Failed to remove component b",
            "INFO Successfully removed component a"),
        Bench.log(hook));
    assertTrue(
        hook.logs().stream()
            .anyMatch(record -> record.text().contains("IllegalStateException: boom")));
    assertEquals(List.of(), Bench.statusSets(hook));
  }

  @SimulatedJujuTest
  void case36LeavesTheStatusAloneWhenNothingIsKnown(SimulatedJuju juju) {
    // D: the original asks Juju to set "unknown", which fails the hook.
    Bench bench = Bench.in(juju);
    bench.deploy((reconciler, context) -> reconciler.add(bench.part("a").sayingNothing()));
    HookRecord hook = bench.updateStatus();

    assertEquals(HookOutcome.COMMITTED, hook.outcome());
    assertEquals(List.of(), Bench.statusSets(hook));
    assertEquals(List.of("[a] unknown"), Bench.statuses(hook));
  }

  @SimulatedJujuTest
  void case37RefusesAForeignDependencyWhenTheCharmStarts(SimulatedJuju juju) {
    // D: the original accepts it, and the dependant then waits for ever.
    Bench bench = Bench.in(juju);
    bench.deploy(
        (reconciler, context) -> reconciler.add(bench.part("a")).dependsOn(bench.part("foreign")));

    assertEquals(
        "Component a cannot depend on foreign, which was not added to this reconciler; add foreign"
            + " first",
        mistake(bench));
  }

  @SimulatedJujuTest
  void case38AsksEachComponentOnceInARound(SimulatedJuju juju) {
    // D: the original asks the root 4096 times.
    Bench bench = Bench.in(juju);
    int[] asked = {0};
    Part root =
        bench
            .part("c0")
            .asking(
                () -> {
                  asked[0]++;
                  return waiting("root");
                });
    bench.deploy(
        (reconciler, context) -> {
          Part last = root;
          reconciler.add(last);
          for (int i = 1; i <= 12; i++) {
            Part next = bench.part("c" + i);
            reconciler.add(next).dependsOn(last);
            last = next;
          }
        });
    asked[0] = 0;
    bench.updateStatus();

    assertEquals(1, asked[0]);
  }

  @SimulatedJujuTest
  void runsComponentsAfterARebootWhichBringsStartAlone(SimulatedJuju juju) {
    // D: the original does not observe start.
    Bench bench = Bench.in(juju);
    bench.deploy((reconciler, context) -> reconciler.add(bench.part("a")));
    int before = bench.unit().hooks().size();
    bench.unit().reboot();
    juju.settle();

    List<String> names = bench.unit().hookNames();
    assertEquals(List.of("start"), names.subList(before, names.size()));
    assertEquals(List.of("a"), bench.calls);
  }

  @SimulatedJujuTest
  void undoesWhatAFailedComponentWroteAndKeepsTheRest(SimulatedJuju juju) {
    Bench bench = Bench.in(juju);
    bench.deploy(
        (reconciler, context) -> {
          reconciler.add(
              bench
                  .part("a")
                  .doing(
                      () -> {
                        context.session().state().put("half", "done");
                        fail();
                      }));
          reconciler.add(
              bench.part("b").doing(() -> context.session().state().put("whole", "done")));
        });

    assertEquals(
        List.of("whole"),
        bench.unit().state().keySet().stream().filter(key -> !key.startsWith("charm-")).toList());
  }

  @SimulatedJujuTest
  void showsTheStatusThatAFailureCarries(SimulatedJuju juju) {
    Bench bench = Bench.in(juju);
    Part a =
        bench
            .part("a")
            .doing(
                () -> {
                  throw new StatusException(waiting("for the database"));
                });
    Part b =
        bench
            .part("b")
            .asking(
                () -> {
                  throw new StatusException(waiting("for the cache"));
                });
    bench.deploy(
        (reconciler, context) -> {
          reconciler.add(a);
          reconciler.add(b);
        });
    HookRecord hook = bench.updateStatus();

    assertEquals(
        List.of("[a] waiting: for the database", "[b] waiting: for the cache"),
        Bench.statuses(hook));
  }

  @SimulatedJujuTest
  void failsTheHookWhenAComponentEscalates(SimulatedJuju juju) {
    Bench bench = Bench.in(juju);
    boolean[] escalate = {false};
    Part a =
        bench
            .part("a")
            .doing(
                () -> {
                  if (escalate[0]) {
                    throw new EscalatedException("the disk is gone");
                  }
                });
    bench.deploy((reconciler, context) -> reconciler.add(a));
    escalate[0] = true;

    assertEquals(HookOutcome.FAILED, bench.updateStatus().outcome());
  }

  @SimulatedJujuTest
  void runsOnceWhenAComponentAsksForARunFromWithinOne(SimulatedJuju juju) {
    Bench bench = Bench.in(juju);
    bench.deploy(
        (reconciler, context) -> {
          reconciler.add(bench.part("a").doing(reconciler::reconcile));
          reconciler.add(bench.part("b"));
        });
    bench.updateStatus();

    assertEquals(List.of("a", "b"), bench.calls);
  }

  @SimulatedJujuTest
  void setsNoStatusTwiceInAHook(SimulatedJuju juju) {
    Bench bench = Bench.in(juju);
    Part a = bench.part("a").saying(waiting("soon"));
    bench.deployBare(
        (reconciler, context) -> {
          reconciler.add(a);
          context.observers().observe(context.events().start(), event -> reconciler.reconcile());
          context.observers().observe(context.events().start(), event -> reconciler.reconcile());
        });

    HookRecord start =
        bench.unit().hooks().stream()
            .filter(hook -> hook.hook().name().equals("start"))
            .findFirst()
            .orElseThrow();
    assertEquals(List.of("waiting [a] soon"), Bench.statusSets(start));
  }

  @SimulatedJujuTest
  void tellsHowComponentsStandInAHookWithoutARun(SimulatedJuju juju) {
    Bench bench = Bench.in(juju);
    Part a = bench.part("a").saying(waiting("soon"));
    List<Optional<Status>> told = new ArrayList<>();
    bench.deploy(
        (reconciler, context) -> {
          reconciler.add(a);
          context
              .observers()
              .observe(
                  context.events().relation("relation-a").created(),
                  event -> told.add(reconciler.status()));
        });
    bench.calls.clear();
    Others.deployAndRelate(juju, "app:relation-a");
    bench.unit().run("relation-a-relation-created");

    assertEquals(List.of(), bench.calls);
    assertEquals(List.of(Optional.of(waiting("[a] soon"))), told);
  }

  @SimulatedJujuTest
  void leavesTheLastWordToWhoCollectsTheStatus(SimulatedJuju juju) {
    Bench bench = Bench.in(juju);
    juju.deploy(
        "app", CharmUnderTest.inProcess(context -> new Collecting(context, bench), Bench.METADATA));
    juju.settle();

    // Maintenance is worth more than waiting to collect-status, and less to the reconciler.
    assertEquals(shows("maintenance", "a backup"), bench.status());
  }

  /** A charm whose status is collected of its reconciler's and one more. */
  private static final class Collecting extends Charm {
    Collecting(CharmContext context, Bench bench) {
      super(context);
      Reconciler reconciler = new Reconciler(context);
      reconciler.add(bench.part("a").saying(waiting("soon")));
      reconciler.installDefaultHandlers();
      // region collect
      observe(
          on().collectUnitStatus(),
          event -> {
            reconciler.status().ifPresent(event::add);
            event.add(maintenance("a backup"));
          });
      // endregion
    }
  }

  @SimulatedJujuTest
  void doesNothingInAHookThatNobodyAskedFor(SimulatedJuju juju) {
    Bench bench = Bench.in(juju);
    bench.deploy((reconciler, context) -> reconciler.add(bench.part("a")));
    Others.deployAndRelate(juju, "app:relation-a");
    HookRecord hook = bench.unit().run("relation-a-relation-created");

    assertEquals(List.of(), bench.calls);
    assertTrue(hook.commands().isEmpty());
    assertFalse(bench.unit().hookNames().isEmpty());
  }

  private static void fail() {
    throw new IllegalStateException("boom");
  }
}
