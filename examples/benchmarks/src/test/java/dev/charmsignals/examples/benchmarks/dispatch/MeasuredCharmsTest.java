package dev.charmsignals.examples.benchmarks.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.charm.CharmFactory;
import dev.charmsignals.examples.measured.AnswererCharm;
import dev.charmsignals.examples.measured.IdleCharm;
import dev.charmsignals.examples.measured.ListenerCharm;
import dev.charmsignals.examples.measured.StewardCharm;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedRelation;
import dev.charmsignals.testkit.command.WorkloadStatus;
import dev.charmsignals.testkit.world.CommandRecord;
import dev.charmsignals.testkit.world.HookRecord;
import java.nio.file.Path;
import java.util.List;

/** What the measured charms do, which {@code scripts/bench-dispatch} has them do as processes. */
class MeasuredCharmsTest {

  @SimulatedJujuTest
  void asksNothingInAHookThatNobodyObserves(SimulatedJuju juju) {
    deploy(juju, "idle", IdleCharm::new);

    juju.unit("subject/0").updateStatus();

    assertEquals(List.of(), commands(juju.unit("subject/0").runUntil("update-status")));
  }

  @SimulatedJujuTest
  void takesThreeCommandsToReceiveASignalThatIsShownLater(SimulatedJuju juju) {
    deploy(juju, "listener", ListenerCharm::new);
    relate(juju);

    juju.unit("reporter/0").updateStatus();
    juju.unit("reporter/0").settle();
    HookRecord received = juju.unit("subject/0").runUntil("channel-relation-changed");
    juju.unit("subject/0").updateStatus();
    juju.settle();

    assertEquals(List.of("state-get", "relation-get", "state-set"), commands(received));
    assertEquals(new WorkloadStatus("active", Reporter.text(7)), juju.unit("subject/0").status());
  }

  @SimulatedJujuTest
  void answersWithTheNumberOfTheReport(SimulatedJuju juju) {
    deploy(juju, "answerer", AnswererCharm::new);
    SimulatedRelation relation = relate(juju);

    juju.unit("reporter/0").updateStatus();
    juju.settle();

    String answer = relation.bag("subject/0").get("signal-1");
    assertTrue(answer.contains("\"snapshot\":{\"number\":7}"), answer);
  }

  @SimulatedJujuTest
  void greetsWhomConfigNamesAndShowsTheWorseOfTwoDuties(SimulatedJuju juju) {
    deploy(juju, "steward", StewardCharm::new);

    juju.application("subject").config("name", "you");
    juju.settle();
    assertEquals(
        new WorkloadStatus("active", "(greeting) hello you"), juju.unit("subject/0").status());

    juju.application("subject").config("name", "");
    juju.settle();
    assertEquals("blocked", juju.unit("subject/0").status().status());
  }

  private static void deploy(SimulatedJuju juju, String charm, CharmFactory factory) {
    Path directory = Path.of("../measured/charms", charm);
    juju.deploy("subject", CharmUnderTest.inProcess(factory, directory));
    juju.settle();
  }

  private static SimulatedRelation relate(SimulatedJuju juju) {
    juju.deploy("reporter", Reporter.charm(() -> 7));
    SimulatedRelation relation = juju.integrate("reporter:channel", "subject:channel");
    juju.settle();
    return relation;
  }

  private static List<String> commands(HookRecord hook) {
    return hook.commands().stream().map(CommandRecord::command).toList();
  }
}
