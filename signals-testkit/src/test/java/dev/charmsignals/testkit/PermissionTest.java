package dev.charmsignals.testkit;

import static dev.charmsignals.testkit.TwoCharms.IDLE;
import static dev.charmsignals.testkit.TwoCharms.p;
import static dev.charmsignals.testkit.TwoCharms.peers;
import static dev.charmsignals.testkit.TwoCharms.r;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.hooktools.HookReply;
import dev.charmsignals.testkit.world.JujuFlavour;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Who may read and write which databag (contract section 2.20), and who leads (2.8). */
class PermissionTest {

  private final List<String> answers = new ArrayList<>();

  /** Runs these commands in update-status and notes what each answers. */
  private CharmScript asking(String... commands) {
    return hook -> {
      if (hook.is("update-status")) {
        for (String command : commands) {
          List<String> words = List.of(command.split(" "));
          HookReply reply =
              hook.run(words.get(0), words.subList(1, words.size()).toArray(String[]::new));
          String text =
              new String(reply.stdout(), StandardCharsets.UTF_8)
                  + new String(reply.stderr(), StandardCharsets.UTF_8);
          answers.add(reply.code() + " " + text.strip());
        }
      }
    };
  }

  @SimulatedJujuTest
  void letsALeaderReadAndWriteWhatIsItsOwnAndReadWhatIsRemote(SimulatedJuju juju) {
    juju.deploy(
        "p",
        p(
            asking(
                "relation-set -r 0 --app k=v",
                "relation-get -r 0 --app k p",
                "relation-set -r 0 k=w",
                "relation-get -r 0 k p/0",
                "relation-get -r 0 --app k r",
                "relation-get -r 0 k r/0",
                "relation-get -r 0 k p/1")));
    juju.application("p").scale(2).leader("p/0");
    juju.deploy("r", r(IDLE));
    juju.integrate("p", "r");
    juju.settle();

    juju.unit("p/0").updateStatus().run("update-status");

    assertEquals(List.of("0", "0 v", "0", "0 w", "0", "0", "0"), stripped());
  }

  @SimulatedJujuTest
  void refusesAFollowerItsApplicationsBag(SimulatedJuju juju) {
    juju.deploy(
            "p",
            p(
                asking(
                    "relation-set -r 0 --app k=v",
                    "relation-get -r 0 --app k p",
                    "relation-set -r 0 k=w",
                    "relation-get -r 0 k p/1",
                    "status-set --application active")))
        .scale(2)
        .leader("p/0");
    juju.deploy("r", r(IDLE));
    juju.integrate("p", "r");
    juju.settle();

    juju.unit("p/1").updateStatus().run("update-status");

    assertEquals(
        List.of(
            "1 ERROR cannot write relation settings",
            "1 ERROR permission denied",
            "0",
            "0 w",
            "1 ERROR this unit is not the leader"),
        stripped());
  }

  @SimulatedJujuTest
  void letsAFollowerReadTheBagOfItsPeersApplication(SimulatedJuju juju) {
    juju.deploy("a", peers(asking("relation-get -r 0 --app - a", "relation-set -r 0 --app k=v")))
        .scale(2)
        .leader("a/0");
    juju.settle();

    juju.unit("a/1").updateStatus().run("update-status");

    assertEquals(List.of("0 {}", "1 ERROR cannot write relation settings"), stripped());
  }

  @SimulatedJujuTest
  void knowsNothingOfUnitsOutsideTheRelation(SimulatedJuju juju) {
    juju.deploy("p", p(asking("relation-get -r 0 k other/0", "relation-get -r 0 k r/7")));
    juju.deploy("r", r(IDLE));
    juju.deploy("other", r(IDLE));
    juju.integrate("p", "r");
    juju.settle();

    juju.unit("p/0").updateStatus().run("update-status");

    assertEquals(
        List.of("1 ERROR relation unit not found", "1 ERROR relation unit not found"), stripped());
  }

  @SimulatedJujuTest(flavour = JujuFlavour.JUJU_3_6)
  void refusesStrangersInTheWordsOfJuju3(SimulatedJuju juju) {
    juju.deploy("p", p(asking("relation-get -r 0 k other/0", "relation-get -r 0 k r/7")));
    juju.deploy("r", r(IDLE));
    juju.deploy("other", r(IDLE));
    juju.integrate("p", "r");
    juju.settle();

    juju.unit("p/0").updateStatus().run("update-status");

    assertEquals(
        List.of(
            "1 ERROR permission denied",
            "1 ERROR cannot read settings for unit \"r/7\" in relation \"r:channel p:channel\":"
                + " unit \"r/7\": settings not found"),
        stripped());
  }

  @SimulatedJujuTest
  void letsLeadershipVanishInsideAHookAndNotComeBackInIt(SimulatedJuju juju) {
    juju.deploy(
            "p", p(asking("is-leader", "is-leader", "relation-set -r 0 --app k=v", "is-leader")))
        .scale(2)
        .leader("p/0");
    juju.deploy("r", r(IDLE));
    juju.integrate("p", "r");
    juju.settle();
    SimulatedUnit unit = juju.unit("p/0");
    unit.beforeCommand(
        "update-status",
        "is-leader",
        () ->
            unit.beforeCommand(
                "update-status", "is-leader", () -> juju.application("p").leader("p/1")));
    unit.beforeCommand("update-status", "relation-set", () -> juju.application("p").leader("p/0"));

    unit.updateStatus().run("update-status");

    assertEquals(
        List.of("0 True", "0 False", "1 ERROR cannot write relation settings", "0 False"),
        stripped());
  }

  @SimulatedJujuTest
  void letsTheControllerRefuseALeaderWhoseLeaseHasRunOut(SimulatedJuju juju) {
    juju.deploy(
        "p", p(asking("is-leader", "relation-set -r 0 --app k=v", "relation-get -r 0 --app k p")));
    juju.deploy("r", r(IDLE));
    juju.integrate("p", "r");
    juju.settle();
    SimulatedUnit unit = juju.unit("p/0");
    unit.beforeCommand("update-status", "is-leader", () -> juju.application("p").expireLease());

    unit.updateStatus().run("update-status");

    assertEquals(
        List.of(
            "0 True",
            "1 ERROR cannot read relation application settings: permission denied (unauthorized"
                + " access)",
            "1 ERROR permission denied (unauthorized access)"),
        stripped());
  }

  private List<String> stripped() {
    return answers.stream().map(String::strip).toList();
  }
}
