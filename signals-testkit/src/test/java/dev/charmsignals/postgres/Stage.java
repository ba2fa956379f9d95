package dev.charmsignals.postgres;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.model.Unit;
import dev.charmsignals.postgresql.ConnectionString;
import dev.charmsignals.postgresql.DatabaseEvent;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedApplication;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedRelation;
import dev.charmsignals.testkit.SimulatedUnit;
import dev.charmsignals.testkit.world.ActionResult;
import dev.charmsignals.testkit.world.RelationFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * An application {@code app} with a client, and a server {@code postgresql} of two units that does
 * nothing by itself: tests write to its bags what a server would.
 */
final class Stage {

  static final String METADATA =
      """
      name: app
      requires:
        db: {interface: pgsql}
        reports: {interface: pgsql}
      peers:
        cluster: {interface: app}
      actions:
        act:
          description: Does what the test wants.
      """;

  private static final String CONFIG = "options:\n  database: {type: string, default: first}";

  static final CharmUnderTest SILENT =
      CharmUnderTest.scripted(
          """
          name: postgresql
          provides:
            db: {interface: pgsql}
          """,
          hook -> {});

  /** What a handler was told, and what it saw then. */
  record Heard(String unit, String event, String master, List<String> standbys) {}

  final SimulatedJuju juju;
  final List<Heard> heard = new ArrayList<>();

  /** Called when an instance of the charm is constructed, for every hook. */
  Consumer<ClientCharm> constructing = charm -> {};

  /** Called for each event, after it was noted. */
  Consumer<Told> telling = told -> {};

  /** Called by the action. */
  Consumer<ClientCharm> acting = charm -> {};

  /** An event and where. */
  record Told(String name, DatabaseEvent event, ClientCharm charm) {}

  private Stage(SimulatedJuju juju) {
    this.juju = juju;
  }

  /** Makes a stage on which nothing is deployed yet. */
  static Stage in(SimulatedJuju juju) {
    return new Stage(juju);
  }

  CharmUnderTest charm() {
    return CharmUnderTest.inProcess(context -> new ClientCharm(context, this), METADATA, CONFIG);
  }

  /** Deploys both sides, and lets them settle. */
  Stage deploy() {
    juju.deploy("postgresql", SILENT).addUnit();
    juju.deploy("app", charm());
    juju.settle();
    return this;
  }

  /** Relates them over {@code db}, as seen by a client whose networks are not known. */
  SimulatedRelation relate() {
    SimulatedRelation relation = juju.integrate("app:db", "postgresql:db");
    juju.settle();
    relation.tamper("app/0", Map.of("egress-subnets", ""));
    return relation;
  }

  SimulatedApplication application() {
    return juju.application("app");
  }

  SimulatedUnit unit() {
    return juju.unit("app/0");
  }

  /** The relation among the units of the client. */
  SimulatedRelation peers() {
    for (RelationFacts facts : juju.relations()) {
      if (facts.peers()) {
        return juju.relation(facts.number());
      }
    }
    throw new IllegalStateException("There are no peers");
  }

  /** Lets all settle and returns the names of the events since the last call. */
  List<String> news() {
    juju.settle();
    List<String> names = heard.stream().map(Heard::event).toList();
    heard.clear();
    return names;
  }

  /** The same with what the handlers saw. */
  List<Heard> newsInFull() {
    juju.settle();
    List<Heard> all = List.copyOf(heard);
    heard.clear();
    return all;
  }

  /** Has a unit do something in a hook of its own. */
  void act(String unit, Consumer<ClientCharm> what) {
    acting = what;
    ActionResult result = juju.unit(unit).runAction("act");
    acting = charm -> {};
    assertTrue(result.completed(), result.toString());
  }

  /** Joins pairs to a map, as long as {@code Map.of} does and in any number. */
  static Map<String, String> bag(String... pairs) {
    Map<String, String> bag = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      bag.put(pairs[i], pairs[i + 1]);
    }
    return bag;
  }

  void hear(String name, DatabaseEvent event, ClientCharm charm, Unit unit) {
    heard.add(
        new Heard(
            unit.name().value(),
            name,
            text(event.master().orElse(ConnectionString.empty())),
            event.standbys().stream().map(Stage::text).toList()));
    telling.accept(new Told(name, event, charm));
  }

  static String text(ConnectionString string) {
    return string.conninfo();
  }
}
