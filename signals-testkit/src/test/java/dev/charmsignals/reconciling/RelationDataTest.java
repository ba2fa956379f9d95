package dev.charmsignals.reconciling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.model.Status;
import dev.charmsignals.reconciler.Reconciler;
import dev.charmsignals.reconciler.RelationDataBroadcaster;
import dev.charmsignals.reconciler.RelationDataReceiver;
import dev.charmsignals.reconciler.StatusException;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedRelation;
import dev.charmsignals.testkit.command.WorkloadStatus;
import dev.charmsignals.testkit.world.HookRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The components that read and write records of relations. */
class RelationDataTest {

  record Address(String host, int port) {}

  private final List<Object> received = new ArrayList<>();

  private static WorkloadStatus blocked(String message) {
    return new WorkloadStatus("blocked", message);
  }

  private static WorkloadStatus active() {
    return new WorkloadStatus("active", "");
  }

  private Bench receiving(SimulatedJuju juju, int minimum, int maximum) {
    Bench bench = Bench.in(juju);
    return bench.deploy(
        (reconciler, context) -> {
          RelationDataReceiver<Address> receiver =
              new RelationDataReceiver<>(
                  "address", context, "relation-a", Address.class, minimum, maximum);
          reconciler.add(receiver);
          reconciler
              .add(
                  bench
                      .part("user")
                      .doing(
                          () -> {
                            received.clear();
                            received.addAll(receiver.data());
                          }))
              .dependsOn(receiver);
        });
  }

  private static void tell(
      SimulatedJuju juju, SimulatedRelation relation, String application, String host) {
    relation.tamper(application, Map.of("host", "\"" + host + "\"", "port", "80"));
    juju.settle();
  }

  @SimulatedJujuTest
  void handsOnWhatTheRelatedApplicationTells(SimulatedJuju juju) {
    Bench bench = receiving(juju, 1, 1);
    assertEquals(
        blocked("[address] Expected data from exactly 1 related applications - got 0."),
        bench.status());

    SimulatedRelation relation = Others.deployAndRelate(juju, "app:relation-a");
    juju.settle();
    assertEquals(
        new WorkloadStatus("waiting", "[address] Waiting for data from other on relation-a."),
        bench.status());

    tell(juju, relation, "other", "h");
    assertEquals(active(), bench.status());
    assertEquals(List.of(new Address("h", 80)), received);
  }

  @SimulatedJujuTest
  void correction13CountsTooFewOfSeveral(SimulatedJuju juju) {
    // D: the original fails on its own text whenever the bounds differ.
    Bench bench = receiving(juju, 2, 3);
    Others.deployAndRelate(juju, "app:relation-a");
    juju.settle();

    assertEquals(
        blocked("[address] Expected data from at least 2 related applications - got 1."),
        bench.status());
  }

  @SimulatedJujuTest
  void correction13HandsOnTheDataOfAllRelations(SimulatedJuju juju) {
    // D: of exactly two, the original hands on the first one's only.
    Bench bench = receiving(juju, 2, 2);
    SimulatedRelation one = Others.deployAndRelate(juju, "app:relation-a");
    SimulatedRelation two = Others.deployAndRelateAnother(juju, "app:relation-a");
    juju.settle();
    tell(juju, one, "other", "h1");
    tell(juju, two, "another", "h2");

    assertEquals(active(), bench.status());
    assertEquals(List.of(new Address("h1", 80), new Address("h2", 80)), received);
  }

  @SimulatedJujuTest
  void correction13WantsNobody(SimulatedJuju juju) {
    // D: the original fails when it wants nobody and somebody is related.
    Bench bench = receiving(juju, 0, 0);
    bench.updateStatus();
    assertEquals(active(), bench.status());
    assertEquals(List.of(), received);

    tell(juju, Others.deployAndRelate(juju, "app:relation-a"), "other", "h");
    assertEquals(
        blocked("[address] Expected data from exactly 0 related applications - got 1."),
        bench.status());
  }

  @SimulatedJujuTest
  void blocksWhenTooManyAreRelated(SimulatedJuju juju) {
    Bench bench = receiving(juju, 0, 1);
    Others.deployAndRelate(juju, "app:relation-a");
    Others.deployAndRelateAnother(juju, "app:relation-a");
    juju.settle();
    bench.updateStatus();

    assertEquals(
        blocked("[address] Expected data from at most 1 related applications - got 2."),
        bench.status());
  }

  @SimulatedJujuTest
  void waitsForEachThatIsRelatedHoweverFewWouldBeEnough(SimulatedJuju juju) {
    Bench bench = receiving(juju, 0, 2);
    SimulatedRelation one = Others.deployAndRelate(juju, "app:relation-a");
    SimulatedRelation two = Others.deployAndRelateAnother(juju, "app:relation-a");
    juju.settle();
    bench.updateStatus();
    assertEquals(
        new WorkloadStatus(
            "waiting", "[address] Waiting for data from other, another on relation-a."),
        bench.status());

    tell(juju, one, "other", "h1");
    assertEquals(
        new WorkloadStatus("waiting", "[address] Waiting for data from another on relation-a."),
        bench.status());
    assertEquals(List.of(), received);

    tell(juju, two, "another", "h2");
    assertEquals(active(), bench.status());
    assertEquals(List.of(new Address("h1", 80), new Address("h2", 80)), received);
  }

  @SimulatedJujuTest
  void namesWhoTellsSomethingElse(SimulatedJuju juju) {
    Bench bench = receiving(juju, 1, 1);
    SimulatedRelation relation = Others.deployAndRelate(juju, "app:relation-a");
    relation.tamper("other", Map.of("host", "\"h\"", "port", "\"top secret\""));
    juju.settle();

    assertEquals(
        blocked(
            "[address] Data from other on relation-a is invalid: port is not a whole"
                + " number from -2147483648 to 2147483647, but a string."),
        bench.status());
  }

  private static Bench sending(SimulatedJuju juju, BiConsumer<Reconciler, CharmContext> more) {
    return Bench.in(juju)
        .deploy(
            (reconciler, context) -> {
              reconciler.add(
                  new RelationDataBroadcaster<>(
                      "sender", context, "relation-a", () -> new Address("here", 80)));
              more.accept(reconciler, context);
            });
  }

  @SimulatedJujuTest
  void tellsAllRelatedApplicationsTheSame(SimulatedJuju juju) {
    Bench bench = sending(juju, (reconciler, context) -> {});
    assertEquals(active(), bench.status());

    SimulatedRelation one = Others.deployAndRelate(juju, "app:relation-a");
    SimulatedRelation two = Others.deployAndRelateAnother(juju, "app:relation-a");
    juju.settle();
    Map<String, String> told = Map.of("host", "\"here\"", "port", "80");
    assertEquals(told, one.bag("app"));
    assertEquals(told, two.bag("app"));
    assertEquals(active(), bench.status());
  }

  @SimulatedJujuTest
  void waitsWhenSomethingTakesAwayWhatItTold(SimulatedJuju juju) {
    Bench bench = sending(juju, (reconciler, context) -> reconciler.reconcileOnUpdateStatus(false));
    SimulatedRelation relation = Others.deployAndRelate(juju, "app:relation-a");
    juju.settle();
    relation.tamper("app", Map.of("host", ""));
    bench.unit().restartAgent();
    juju.settle();
    bench.updateStatus();

    assertEquals(
        new WorkloadStatus(
            "waiting",
            "[sender] Relation is missing attributes [host] that we send out.  This likely is a"
                + " transient error but if it persists, there could be something wrong."),
        bench.status());
  }

  @SimulatedJujuTest
  void leavesTellingToTheLeader(SimulatedJuju juju) {
    Bench bench = sending(juju, (reconciler, context) -> {});
    juju.application("app").noLeader();
    SimulatedRelation relation = Others.deployAndRelate(juju, "app:relation-a");
    juju.settle();

    assertEquals(Map.of(), relation.bag("app"));
    assertEquals(active(), bench.status());
  }

  @SimulatedJujuTest
  void waitsForWhatItCannotTellYet(SimulatedJuju juju) {
    Bench bench = Bench.in(juju);
    bench.deploy(
        (reconciler, context) ->
            reconciler.add(
                new RelationDataBroadcaster<Address>(
                    "sender",
                    context,
                    "relation-a",
                    () -> {
                      throw new StatusException(Status.waiting("Waiting for an address"));
                    })));
    Others.deployAndRelate(juju, "app:relation-a");
    HookRecord hook = bench.unit().run("relation-a-relation-created");

    assertEquals(List.of("[sender] waiting: Waiting for an address"), Bench.statuses(hook));
  }
}
