package dev.charmsignals.examples.together;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedRelation;
import dev.charmsignals.testkit.command.WorkloadStatus;
import dev.charmsignals.testkit.world.JujuFlavour;
import org.junit.jupiter.api.Tag;

/** Both charms in one simulated Juju, in process. */
@Tag("any-jdk")
class TogetherTest {

  private static SimulatedRelation deployed(SimulatedJuju juju, int installers, int panels) {
    juju.deploy("installer", BothCharms.INSTALLER).scale(installers);
    juju.deploy("panel", BothCharms.PANEL).scale(panels);
    SimulatedRelation channel = juju.integrate("installer:channel", "panel:channel");
    juju.settle();
    return channel;
  }

  private static WorkloadStatus status(SimulatedJuju juju, String unit) {
    return juju.unit(unit).status();
  }

  private static WorkloadStatus active(String message) {
    return new WorkloadStatus("active", message);
  }

  private static WorkloadStatus blocked(String message) {
    return new WorkloadStatus("blocked", message);
  }

  @SimulatedJujuTest(seeds = 10)
  void showsAFailureAndTheRecovery(SimulatedJuju juju) {
    deployed(juju, 1, 1);
    assertEquals(active("1 unit is ready"), status(juju, "panel/0"));

    juju.application("installer").config("fail", true);
    juju.settle();
    assertEquals(blocked("installer/0: disk full"), status(juju, "panel/0"));

    juju.application("installer").config("fail", false);
    juju.settle();
    assertEquals(active("1 unit is ready"), status(juju, "panel/0"));
  }

  @SimulatedJujuTest(seeds = 10)
  void tellsUnitsThatAreAddedLater(SimulatedJuju juju) {
    deployed(juju, 1, 1);
    juju.application("installer").config("fail", true);
    juju.settle();

    juju.application("panel").scale(2);
    juju.application("installer").scale(3);
    juju.settle();

    assertEquals(blocked("installer/0: disk full (and 2 more)"), status(juju, "panel/0"));
    assertEquals(blocked("installer/0: disk full (and 2 more)"), status(juju, "panel/1"));
  }

  @SimulatedJujuTest(seeds = 10)
  void forgetsAUnitThatIsRemoved(SimulatedJuju juju) {
    deployed(juju, 2, 2);

    juju.unit("installer/1").remove();
    juju.settle();

    assertEquals(active("1 unit is ready"), status(juju, "panel/0"));
    assertEquals(active("1 unit is ready"), status(juju, "panel/1"));
  }

  @SimulatedJujuTest(seeds = 10)
  void forgetsAllUnitsWhenTheRelationIsRemoved(SimulatedJuju juju) {
    SimulatedRelation channel = deployed(juju, 2, 1);

    channel.remove();
    juju.settle();

    assertEquals(
        new WorkloadStatus("waiting", "nobody has said anything yet"), status(juju, "panel/0"));
  }

  @SimulatedJujuTest(seeds = 10)
  void showsAHookThatFailedAndWasRunAgainOnce(SimulatedJuju juju) {
    deployed(juju, 1, 1);

    juju.application("installer").config("fail", true);
    juju.unit("panel/0").failNext("channel-relation-changed");
    juju.unit("panel/0").crashAfterCommit("channel-relation-changed");
    juju.settle();

    assertEquals(blocked("installer/0: disk full"), status(juju, "panel/0"));
  }

  @SimulatedJujuTest(seeds = 50)
  void playsTheWholeStoryInAnyOrder(SimulatedJuju juju) {
    Story story = BothCharms.story(juju);
    story.play();

    Verdict verdict = Verdict.of(juju.hooks(), story.observersSince());
    assertEquals("All 21 signals arrived, each exactly once and in order.", verdict.summary());
    assertEquals(active("2 units are ready"), status(juju, "panel/0"));
    assertEquals(active("2 units are ready"), status(juju, "panel/1"));
  }

  @SimulatedJujuTest(seeds = 50, flavour = JujuFlavour.JUJU_3_6)
  void playsTheWholeStoryInJuju36(SimulatedJuju juju) {
    Story story = BothCharms.story(juju);
    story.play();

    Verdict verdict = Verdict.of(juju.hooks(), story.observersSince());
    assertEquals("All 21 signals arrived, each exactly once and in order.", verdict.summary());
  }
}
