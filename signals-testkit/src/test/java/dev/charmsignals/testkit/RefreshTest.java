package dev.charmsignals.testkit;

import static dev.charmsignals.testkit.TwoCharms.IDLE;
import static dev.charmsignals.testkit.TwoCharms.P;
import static dev.charmsignals.testkit.TwoCharms.p;
import static dev.charmsignals.testkit.TwoCharms.r;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.charmsignals.testkit.command.WorkloadStatus;
import dev.charmsignals.testkit.world.ImpossibleWorldException;
import java.util.List;
import java.util.Set;

/** Which revision of a charm runs which hook (contract sections 1.7, 5.2 and 7). */
class RefreshTest {

  private static final String WITH_PEERS = P + "peers: {cluster: {interface: cluster}}\n";

  /** A revision that says in each hook which one it is. */
  private static CharmUnderTest revision(String name) {
    return p(hook -> hook.log(name + " " + hook.hook().name()));
  }

  /** A revision whose hooks of one kind fail. */
  private static CharmUnderTest failing(String name, String kind) {
    return p(
        hook -> {
          hook.log(name + " " + hook.hook().name());
          if (hook.is(kind)) {
            throw hook.exit(1);
          }
        });
  }

  /** Deploys a charm, and returns how many lines its hooks said until it was idle. */
  private static int deploy(SimulatedJuju juju, CharmUnderTest charm) {
    juju.deploy("p", charm);
    juju.settle();
    return said(juju).size();
  }

  private static List<String> said(SimulatedJuju juju) {
    return juju.logs().stream()
        .filter(line -> line.logger().endsWith("juju-log"))
        .map(line -> line.text())
        .toList();
  }

  private static List<String> saidSince(SimulatedJuju juju, int before) {
    List<String> all = said(juju);
    return all.subList(before, all.size());
  }

  @SimulatedJujuTest
  void tellsTheNewRevisionFirstAndThenOfItsConfiguration(SimulatedJuju juju) {
    int before = deploy(juju, revision("one"));

    juju.application("p").refresh(revision("two"));
    juju.settle();

    assertEquals(List.of("two upgrade-charm", "two config-changed"), saidSince(juju, before));
  }

  @SimulatedJujuTest
  void installsUnitsThatComeLaterWithTheNewRevision(SimulatedJuju juju) {
    juju.deploy("p", revision("one"));
    juju.settle();
    juju.unit("p/0").hold();
    juju.application("p").refresh(revision("two")).addUnit();
    juju.unit("p/1").settle();
    juju.unit("p/0").updateStatus();

    assertEquals(
        List.of("two install", "two config-changed", "two start"),
        saidSince(juju, said(juju).indexOf("two install")));
  }

  @SimulatedJujuTest
  void runsAFailedHookOnWithTheRevisionItFailedIn(SimulatedJuju juju) {
    int before = deploy(juju, failing("one", "update-status"));
    juju.automaticallyRetryHooks(false);

    juju.unit("p/0").updateStatus();
    juju.settle();
    juju.application("p").refresh(revision("two"));
    juju.unit("p/0").resolve();
    juju.unit("p/0").resolveWithoutRetry();
    juju.settle();

    assertEquals(
        List.of(
            "one update-status", "one update-status", "two upgrade-charm", "two config-changed"),
        saidSince(juju, before));
  }

  @SimulatedJujuTest
  void triesAFailedUpgradeAgainWithoutAnyNewerRevision(SimulatedJuju juju) {
    int before = deploy(juju, revision("one"));
    juju.automaticallyRetryHooks(false);

    juju.application("p").refresh(failing("two", "upgrade-charm"));
    juju.settle();
    juju.application("p").refresh(revision("three"));
    juju.unit("p/0").resolve();
    juju.unit("p/0").resolveWithoutRetry();
    juju.settle();

    assertEquals(
        List.of(
            "two upgrade-charm",
            "two upgrade-charm",
            "two config-changed",
            "three upgrade-charm",
            "three config-changed"),
        saidSince(juju, before));
  }

  @SimulatedJujuTest
  void goesOnWithTheSameHookAfterARefreshByForce(SimulatedJuju juju) {
    int before = deploy(juju, failing("one", "update-status"));
    juju.automaticallyRetryHooks(false);
    juju.unit("p/0").updateStatus();
    juju.settle();

    juju.application("p").refreshByForce(revision("two"));
    juju.settle();

    WorkloadStatus failed = new WorkloadStatus("error", "hook failed: \"update-status\"");
    assertEquals(failed, juju.unit("p/0").agentStatus());
    juju.unit("p/0").resolve();
    juju.settle();
    assertEquals(List.of("one update-status", "two update-status"), saidSince(juju, before));
  }

  @SimulatedJujuTest
  void forgetsAFailedUpgradeThatIsForcedOn(SimulatedJuju juju) {
    int before = deploy(juju, revision("one"));
    juju.application("p").refresh(failing("two", "upgrade-charm"));
    juju.unit("p/0").run("upgrade-charm");

    juju.application("p").refreshByForce(revision("three"));
    juju.settle();

    assertEquals(
        List.of("two upgrade-charm", "three upgrade-charm", "three config-changed"),
        saidSince(juju, before));
  }

  @SimulatedJujuTest
  void tellsUnitsThatAreWellOfARefreshByForceAsUsual(SimulatedJuju juju) {
    int before = deploy(juju, revision("one"));

    juju.application("p").refreshByForce(revision("two"));
    juju.settle();

    assertEquals(List.of("two upgrade-charm", "two config-changed"), saidSince(juju, before));
  }

  @SimulatedJujuTest
  void takesTheLastOfSeveralRevisions(SimulatedJuju juju) {
    int before = deploy(juju, revision("one"));

    juju.application("p").refresh(revision("two")).refresh(revision("three"));
    juju.settle();

    assertEquals(List.of("three upgrade-charm", "three config-changed"), saidSince(juju, before));
  }

  @SimulatedJujuTest
  void tellsOfAnUpgradeOnceMoreThatItsAgentDidNotLiveToNote(SimulatedJuju juju) {
    int before = deploy(juju, revision("one"));
    juju.unit("p/0").crashAfterCommit("upgrade-charm");

    juju.application("p").refresh(revision("two"));
    juju.settle();

    assertEquals(
        List.of("two upgrade-charm", "two upgrade-charm", "two config-changed"),
        saidSince(juju, before));
  }

  @SimulatedJujuTest
  void runsEveryHookInANewPodWithTheNewRevision(SimulatedJuju juju) {
    juju.deployOnKubernetes("p", revision("one"));
    juju.settle();
    int before = said(juju).size();

    juju.application("p").refresh(revision("two"));
    juju.settle();

    assertEquals(
        List.of("one stop", "two upgrade-charm", "two config-changed", "two start"),
        saidSince(juju, before));
  }

  @SimulatedJujuTest
  void leavesNoRelationWithoutItsEndpoint(SimulatedJuju juju) {
    juju.deploy("p", p(IDLE));
    juju.deploy("r", r(IDLE));
    juju.integrate("p:channel", "r:channel");
    CharmUnderTest other =
        CharmUnderTest.scripted("{name: p, provides: {channel: {interface: other}}}", IDLE);

    assertEquals(
        "cannot upgrade application \"p\": would break relation \"r:channel p:channel\";"
            + " remove it first",
        assertThrows(ImpossibleWorldException.class, () -> juju.application("p").refresh(other))
            .getMessage());
  }

  @SimulatedJujuTest
  void relatesPeersThatANewRevisionDeclaresOnce(SimulatedJuju juju) {
    juju.deploy("p", p(IDLE)).scale(2);
    juju.settle();

    juju.application("p").refresh(CharmUnderTest.scripted(WITH_PEERS, IDLE));
    juju.settle();
    juju.application("p").refresh(CharmUnderTest.scripted(WITH_PEERS, IDLE));
    juju.settle();

    assertEquals(1, juju.relations().size());
    assertEquals(
        List.of("cluster-relation-created p", "cluster-relation-joined p/1"),
        juju.unit("p/0").hookNames().stream()
            .filter(name -> name.contains("created") || name.contains("joined"))
            .toList());
  }

  @SimulatedJujuTest
  void entersNoRelationThatTheOldRevisionDoesNotKnow(SimulatedJuju juju) {
    juju.deploy("p", CharmUnderTest.scripted("name: p", IDLE));
    juju.deploy("r", r(IDLE));
    juju.settle();
    juju.unit("p/0").hold();

    juju.application("p").refresh(p(IDLE));
    SimulatedRelation relation = juju.integrate("p:channel", "r:channel");
    juju.settle();
    juju.unit("p/0").enterRelations();
    Set<String> before = juju.relations().get(relation.number()).scope();
    juju.unit("p/0").release();
    juju.settle();

    assertEquals(Set.of("r/0"), before);
    List<String> names = juju.unit("p/0").hookNames();
    assertEquals(
        List.of(
            "upgrade-charm",
            "config-changed",
            "channel-relation-created r",
            "channel-relation-joined r/0",
            "channel-relation-changed r/0"),
        names.subList(names.size() - 5, names.size()));
  }
}
