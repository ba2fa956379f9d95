package dev.charmsignals.reconciling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.reconciler.LeadershipGate;
import dev.charmsignals.reconciler.ModelNameGate;
import dev.charmsignals.reconciler.RelationCountGate;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedRelation;
import dev.charmsignals.testkit.command.WorkloadStatus;
import java.util.List;

/** The ready-made gates without signals. */
class GatesTest {

  private static final List<String> BOTH = List.of("relation-a", "relation-b");

  private static WorkloadStatus blocked(String message) {
    return new WorkloadStatus("blocked", message);
  }

  private static Bench counting(
      SimulatedJuju juju, List<String> endpoints, int minimum, int maximum) {
    Bench bench = Bench.in(juju);
    return bench.deploy(
        (reconciler, context) -> {
          RelationCountGate gate =
              new RelationCountGate("gate", context, endpoints, minimum, maximum);
          reconciler.add(gate);
          reconciler.add(bench.part("b")).dependsOn(gate);
        });
  }

  private static String mistake(SimulatedJuju juju, int minimum, int maximum) {
    Bench bench = counting(juju, BOTH, minimum, maximum);
    return bench.unit().logs().stream()
        .filter(record -> record.level().name().equals("ERROR"))
        .map(record -> record.text().lines().findFirst().orElse(""))
        .findFirst()
        .orElse("none")
        .replaceFirst("^.*Exception: ", "");
  }

  @SimulatedJujuTest
  void case29LeadershipGateHoldsOnAllButTheLeader(SimulatedJuju juju) {
    Bench bench = Bench.in(juju);
    bench.deploy(
        (reconciler, context) -> {
          LeadershipGate gate = new LeadershipGate("leadership-gate", context);
          reconciler.add(gate);
          reconciler.add(bench.part("b")).dependsOn(gate);
        });
    juju.application("app").noLeader();
    bench.updateStatus();

    assertEquals(List.of(), bench.calls);
    assertEquals(
        new WorkloadStatus("waiting", "[leadership-gate] Waiting for leadership"), bench.status());

    juju.application("app").leader("app/0");
    bench.unit().run("leader-elected");
    assertEquals(List.of("b"), bench.calls);
    assertEquals(new WorkloadStatus("active", ""), bench.status());
  }

  @SimulatedJujuTest
  void case30ModelNameGateBlocksInAnotherModel(SimulatedJuju juju) {
    Bench bench = Bench.in(juju);
    bench.deploy(
        (reconciler, context) -> reconciler.add(new ModelNameGate("model", context, "other")));

    assertEquals(blocked("[model] Charm must be deployed to model named other"), bench.status());
  }

  @SimulatedJujuTest
  void modelNameGateIsActiveInItsModel(SimulatedJuju juju) {
    Bench bench = Bench.in(juju);
    bench.deploy(
        (reconciler, context) -> reconciler.add(new ModelNameGate("model", context, "simulated")));

    assertEquals(new WorkloadStatus("active", ""), bench.status());
  }

  @SimulatedJujuTest
  void case31TooFewRelatedApplicationsBlock(SimulatedJuju juju) {
    Bench bench = counting(juju, BOTH, 1, 1);

    assertEquals(
        blocked(
            "[gate] Too few related applications: got 0; need at least 1 across 'relation-a',"
                + " 'relation-b'."),
        bench.status());
  }

  @SimulatedJujuTest
  void case32TooManyRelatedApplicationsBlock(SimulatedJuju juju) {
    Bench bench = counting(juju, BOTH, 0, 1);
    Others.deployAndRelate(juju, "app:relation-a");
    Others.relate(juju, "app:relation-b");
    juju.settle();

    assertEquals(
        blocked(
            "[gate] Too many related applications are present (got 2; max is 1) via: 'relation-a',"
                + " 'relation-b'. Remove some to unblock."),
        bench.status());
  }

  @SimulatedJujuTest
  void case33SeveralRelationsOfOneEndpointCountEach(SimulatedJuju juju) {
    Bench two = counting(juju, List.of("relation-a"), 1, 2);
    relateTwice(juju);
    assertEquals(new WorkloadStatus("active", ""), two.status());
    assertEquals("b", two.calls.get(0));
  }

  @SimulatedJujuTest
  void case33SeveralRelationsOfOneEndpointCanBeTooMany(SimulatedJuju juju) {
    Bench one = counting(juju, List.of("relation-a"), 1, 1);
    relateTwice(juju);
    assertEquals(
        blocked(
            "[gate] Too many related applications are present (got 2; max is 1) via: 'relation-a'."
                + " Remove some to unblock."),
        one.status());
  }

  private static void relateTwice(SimulatedJuju juju) {
    Others.deployAndRelate(juju, "app:relation-a");
    Others.deployAndRelateAnother(juju, "app:relation-a");
    juju.settle();
  }

  @SimulatedJujuTest
  void countsARelationNoLongerOnceItBreaks(SimulatedJuju juju) {
    Bench bench = counting(juju, BOTH, 1, 1);
    SimulatedRelation relation = Others.deployAndRelate(juju, "app:relation-a");
    juju.settle();
    assertEquals(new WorkloadStatus("active", ""), bench.status());

    relation.remove();
    juju.settle();
    assertEquals(
        blocked(
            "[gate] Too few related applications: got 0; need at least 1 across 'relation-a',"
                + " 'relation-b'."),
        bench.status());
  }

  @SimulatedJujuTest
  void case34RefusesANegativeMinimum(SimulatedJuju juju) {
    assertEquals("minimum must be non-negative, got -1.", mistake(juju, -1, 1));
  }

  @SimulatedJujuTest
  void case34RefusesANegativeMaximum(SimulatedJuju juju) {
    assertEquals("maximum must be non-negative, got -1.", mistake(juju, 0, -1));
  }

  @SimulatedJujuTest
  void case34RefusesAMinimumAboveTheMaximum(SimulatedJuju juju) {
    assertEquals("minimum 3 is greater than maximum 2", mistake(juju, 3, 2));
  }
}
