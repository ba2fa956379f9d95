package dev.charmsignals.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedUnit;
import dev.charmsignals.testkit.world.ActionResult;
import dev.charmsignals.testkit.world.ActionStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Actions as events. */
class ActionsTest {

  private final List<String> told = new ArrayList<>();

  @SimulatedJujuTest
  void tellsTheCharmAndAnswersTheOperator(SimulatedJuju juju) {
    juju.deploy(
        "a",
        OpenCharm.of(
            context ->
                context
                    .observers()
                    .observe(
                        context.events().action("backup"),
                        event -> {
                          event.log("half way");
                          event.results(Map.of("size", "12"));
                          context.session().state().put("last", event.name() + " " + event.id());
                        })));
    juju.settle();

    ActionResult result = juju.unit("a/0").runAction("backup");

    assertEquals(
        List.of(ActionStatus.COMPLETED, "12", List.of("half way")),
        List.of(result.status(), result.results().get("size"), result.log()));
    assertEquals(Map.of("last", "backup " + result.id()), juju.unit("a/0").state());
  }

  @SimulatedJujuTest
  void failsAnActionAndKeepsWhatItWrote(SimulatedJuju juju) {
    juju.deploy(
        "a",
        OpenCharm.of(
            context ->
                context
                    .observers()
                    .observe(
                        context.events().action("backup"),
                        event -> {
                          event.fail("the disk is full");
                          context.session().state().put("tried", "yes");
                        })));
    juju.settle();

    ActionResult result = juju.unit("a/0").runAction("backup");

    assertEquals(ActionStatus.FAILED, result.status());
    assertEquals("the disk is full", result.message());
    assertEquals(Map.of("tried", "yes"), juju.unit("a/0").state());
  }

  @SimulatedJujuTest
  void failsAnActionWhoseHandlerThrowsAndLeavesTheUnitAsItWas(SimulatedJuju juju) {
    juju.deploy(
        "a",
        OpenCharm.of(
            context ->
                context
                    .observers()
                    .observe(
                        context.events().action("backup"),
                        event -> {
                          context.session().state().put("tried", "yes");
                          throw new IOException("disk full");
                        })));
    juju.settle();

    ActionResult result = juju.unit("a/0").runAction("backup");

    assertEquals(ActionStatus.FAILED, result.status());
    assertEquals("exit status 1", result.message());
    assertEquals(Map.of(), juju.unit("a/0").state());
    assertEquals("", juju.unit("a/0").agentStatus().message());
  }

  @SimulatedJujuTest
  void failsAnActionThatNobodyObserves(SimulatedJuju juju) {
    juju.deploy("a", OpenCharm.of(context -> {}));
    juju.settle();

    ActionResult result = juju.unit("a/0").runAction("backup");

    assertEquals(ActionStatus.FAILED, result.status());
    assertEquals("action not implemented on unit \"a/0\"", result.message());
  }

  @SimulatedJujuTest
  void offersDeferredEventsInAnActionToo(SimulatedJuju juju) {
    juju.deploy(
        "a",
        OpenCharm.of(
            context -> {
              context
                  .observers()
                  .observe(
                      context.events().install(),
                      "begin",
                      event -> {
                        told.add("begin");
                        event.defer();
                      });
              context
                  .observers()
                  .observe(context.events().action("backup"), event -> told.add("backup"));
            }));
    juju.settle();
    SimulatedUnit unit = juju.unit("a/0");
    told.clear();

    unit.runAction("backup");

    assertEquals(List.of("begin", "backup"), told);
  }
}
