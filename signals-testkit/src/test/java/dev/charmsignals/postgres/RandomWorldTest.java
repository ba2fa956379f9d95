package dev.charmsignals.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.postgres.Stage.Told;
import dev.charmsignals.postgresql.Requirements;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedRelation;
import dev.charmsignals.testkit.SimulatedUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A client and a server in worlds where anything happens in any order: nobody sees a connection
 * string before it is granted, and everybody ends with the right one.
 */
class RandomWorldTest {

  private static final int STEPS = 40;

  private final Map<String, String> masters = new HashMap<>();
  private final List<String> violations = new ArrayList<>();
  private final ServerCharm.Bench server = new ServerCharm.Bench();
  private Stage stage;
  private SimulatedRelation relation;

  @SimulatedJujuTest(seeds = 12)
  void handsOutWhatIsGrantedAndNothingElse(SimulatedJuju juju) {
    juju.automaticallyRetryHooks(true);
    stage = Stage.in(juju);
    juju.deploy("postgresql", server.charm()).addUnit();
    juju.deploy("app", stage.charm()).addUnit();
    juju.settle();
    stage.telling = this::check;
    relation = juju.integrate("app:db", "postgresql:db");
    Random random = new Random(juju.seed());
    for (int step = 0; step < STEPS; step++) {
      step(juju, random);
    }
    for (SimulatedUnit unit : List.copyOf(stage.application().units())) {
      unit.callOffFaults();
    }
    juju.settle();
    publish(juju);
    for (SimulatedUnit unit : List.copyOf(stage.application().units())) {
      unit.updateStatus();
    }
    juju.settle();

    assertEquals(List.of(), violations);
    String master = relation.bag("postgresql").get("master");
    for (SimulatedUnit unit : stage.application().units()) {
      assertEquals(master, masters.get(unit.name()), unit.name());
    }
  }

  /** What is seen in a hook that fails is not what the unit goes by, but it was granted, too. */
  private void check(Told told) {
    String unit = told.charm().here().name().value();
    String seen = told.event().master().map(Stage::text).orElse("");
    Map<String, String> answer = relation.bag("postgresql");
    String address = relation.bag(unit).getOrDefault("egress-subnets", "");
    List<String> granted = List.of(answer.getOrDefault("allowed-subnets", "").split(","));
    if (!seen.isEmpty() && !granted.contains(address)) {
      violations.add(unit + " at " + address + " saw " + seen + " when granted was " + granted);
    }
    masters.put(unit, seen);
  }

  private void step(SimulatedJuju juju, Random random) {
    List<SimulatedUnit> clients = stage.application().units();
    SimulatedUnit client = clients.get(random.nextInt(clients.size()));
    switch (random.nextInt(12)) {
      case 0 -> {
        server.master = "host" + random.nextInt(3);
        publish(juju);
      }
      case 1 -> client.crashAfterCommit("db-relation-changed");
      case 2 -> client.crashBeforeCommit("db-relation-changed");
      case 3 -> stage.application().leader(client.name());
      case 4 -> client.updateStatus();
      case 5 ->
          stage.application().leader().ifPresent(leader -> ask(leader, "d" + random.nextInt(3)));
      case 6 -> juju.application("postgresql").leader("postgresql/" + random.nextInt(2));
      case 7 -> {
        if (clients.size() < 4) {
          stage.application().addUnit();
        }
      }
      case 8 -> {
        if (clients.size() > 1 && !client.leads()) {
          client.remove();
        }
      }
      case 9 -> juju.settle();
      default -> {
        List<SimulatedUnit> all = new ArrayList<>(clients);
        all.addAll(juju.application("postgresql").units());
        for (int hooks = random.nextInt(6); hooks > 0; hooks--) {
          all.get(random.nextInt(all.size())).runNextHook();
        }
      }
    }
  }

  private void ask(SimulatedUnit leader, String database) {
    stage.act(leader.name(), charm -> charm.db.require(Requirements.database(database)));
  }

  private static void publish(SimulatedJuju juju) {
    juju.application("postgresql").leader().ifPresent(leader -> leader.runAction("failover"));
  }
}
