package dev.charmsignals.testkit;

import static dev.charmsignals.testkit.TwoCharms.IDLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.charmsignals.pebble.Check;
import dev.charmsignals.pebble.Layer;
import dev.charmsignals.testkit.command.NetworkInfo;
import dev.charmsignals.testkit.command.PortRange;
import dev.charmsignals.testkit.command.WorkloadStatus;
import dev.charmsignals.testkit.state.Event;
import dev.charmsignals.testkit.state.RelationState;
import dev.charmsignals.testkit.state.SecretState;
import dev.charmsignals.testkit.state.StorageState;
import dev.charmsignals.testkit.state.WorldState;
import dev.charmsignals.testkit.world.ImpossibleWorldException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** States and events that Juju could not have produced, each with everything that is wrong. */
class ImpossibleStateTest {

  private static final String CHARM =
      """
      name: web
      requires:
        db: {interface: pgsql, limit: 1}
        host: {interface: juju-info, scope: container}
      peers:
        cluster: {interface: cluster}
      config:
        options:
          port: {type: int}
          login: {type: secret}
      actions:
        backup: {}
      storage:
        data: {type: filesystem}
        cache: {type: block, multiple: {range: 0-1}}
      containers:
        workload: {}
      """;

  private final Transition web = Transition.of(CharmUnderTest.scripted(CHARM, IDLE));

  @AfterEach
  void close() {
    web.close();
  }

  private List<String> complaints(WorldState state) {
    return complaints(Event.updateStatus(), state);
  }

  private List<String> complaints(Event event, WorldState state) {
    return assertThrows(ImpossibleWorldException.class, () -> web.run(event, state)).complaints();
  }

  @Test
  void undeclaredNames() {
    assertEquals(
        List.of(
            "\"Web\" is no name of a unit, such as \"panel/0\"",
            "The charm declares no config option \"colour\"; it declares [login, port]",
            "The charm declares no storage \"disk\"; it declares [cache, data]",
            "The charm declares no container \"proxy\"; it declares [workload]",
            "The charm declares no resource \"image\"; it declares []",
            "\"admin\" is no binding of the charm: neither an endpoint nor an extra binding",
            "The charm declares no endpoint \"site\"; it declares [cluster, db, host]",
            "Event \"action restore\" is about action \"restore\", which is not there; there are"
                + " [backup]"),
        complaints(
            Event.action("restore"),
            web.state()
                .unit("Web")
                .config("colour", "red")
                .storage(new StorageState("disk", 7))
                .container("proxy", true)
                .resource("image", Path.of("x"))
                .network("admin", NetworkInfo.of("10.0.0.1"))
                .relation(RelationState.to("site", "proxy"))));
  }

  @Test
  void valuesThatDoNotFit() {
    assertEquals(
        List.of(
            "Config option \"login\" has type secret, which a String is not",
            "Config option \"port\" has type int, which a String is not",
            "\"8000-8010/tcp\" is a range of ports, which pods do not open",
            "Ports 8000-8010/tcp and 8005/tcp overlap",
            "\"70000/tcp\" are no ports; those go from 1 to 65535",
            "A key of the charm state has 0 bytes; it has 1 to 256",
            "Key \"long\" of the charm state has a value of 65537 bytes; it has at most 65536",
            "The unit cannot have status \"error\"; Juju knows [active, blocked, maintenance,"
                + " terminated, unknown, waiting]"),
        complaints(
            web.state()
                .config("port", "many")
                .config("login", "secret:short")
                .openedPort(new PortRange(8000, 8010, "tcp"))
                .openedPort(new PortRange(8005, 8005, "tcp"))
                .openedPort(new PortRange(70_000, 70_000, "tcp"))
                .charmState("", "x")
                .charmState("long", "x".repeat(65_537))
                .unitStatus(new WorkloadStatus("error", ""))));
  }

  @Test
  void tooMuchOrTooLittleStorage() {
    assertEquals(
        List.of(
            "Storage \"cache/1\" is there twice",
            "The unit has 2 of storage \"cache\", and its charm takes no more than 1",
            "The unit has 0 of storage \"data\" and cannot be without 1; add one by"
                + " storage(new StorageState(\"data\", 0))",
            "Event \"storage-attached data/0\" is about storage \"data/0\", which is not there;"
                + " there are [cache/1, cache/1]"),
        complaints(
            Event.storageAttached("data/0"),
            web.state()
                .storages(List.of(new StorageState("cache", 1), new StorageState("cache", 1)))));
  }

  @Test
  void containersOnAMachine() {
    assertEquals(
        List.of(
            "A unit on a machine has no containers, such as \"workload\"; say kubernetes(true)"),
        complaints(web.state().kubernetes(false)));
  }

  @Test
  void relationsThatCannotBe() {
    assertEquals(
        List.of(
            "Two relations have the number 0",
            "Endpoint \"db\" is related twice with \"pg\"",
            "Endpoint \"cluster\" is under \"peers\", so its relation is made by"
                + " RelationState.peers(\"cluster\")",
            "Relation \"cluster:3\" is with \"web\" itself; an application cannot be integrated with"
                + " itself",
            "\"web/0\" is the unit itself, which is none of the others of relation \"cluster:3\"",
            "Endpoint \"host\" has scope container, where there is one unit on the other side, not"
                + " 2",
            "\"my/0\" is no unit of \"pg\", such as \"pg/1\", so it is not in relation \"host:4\"",
            "\"pg\" is no unit of \"pg\", such as \"pg/1\", so it is not in relation \"host:4\"",
            "Endpoint \"db\" has 2 relations, and its limit is 1"),
        complaints(
            new WorldStateWith(web.state())
                .and(RelationState.to("db", "pg").id(0))
                .and(RelationState.to("db", "pg").id(0))
                .and(RelationState.to("cluster", "web").id(3).remoteUnit("web/0"))
                .and(RelationState.to("host", "pg").id(4).remoteUnit("pg").remoteUnit("my/0"))
                .state()));
  }

  /** Puts in relations that a state itself would not take twice. */
  private static final class WorldStateWith {
    private final WorldState base;
    private final List<RelationState> relations = new ArrayList<>();

    WorldStateWith(WorldState base) {
      this.base = base;
    }

    WorldStateWith and(RelationState relation) {
      relations.add(relation);
      return this;
    }

    WorldState state() {
      return new WorldState(
          base.unit(),
          base.leader(),
          base.kubernetes(),
          base.plannedUnits(),
          base.config(),
          base.trusted(),
          relations,
          base.secrets(),
          base.storages(),
          base.containers(),
          base.resources(),
          base.networks(),
          base.openedPorts(),
          base.charmState(),
          base.unitStatus(),
          base.applicationStatus(),
          base.workloadVersion());
    }
  }

  @Test
  void bagsThatJujuDoesNotKeep() {
    assertEquals(
        List.of(
            "The bag of \"web/0\" in relation \"db:0\" has an empty key",
            "Key \"a\" in the bag of \"pg/0\" in relation \"db:0\" is empty; Juju keeps no empty"
                + " values",
            "The bag of \"pg\" in relation \"db:0\" has 16777217 bytes; Juju 4 takes 16777216",
            "Among peers there is one application's bag; relation \"cluster:1\" has it as"
                + " localApplication"),
        complaints(
            web.state()
                .relation(
                    RelationState.to("db", "pg")
                        .localUnit(Map.of("", "x"))
                        .remoteUnit("pg/0", Map.of("a", ""))
                        .remoteApplication(Map.of("k", "x".repeat(16 * 1024 * 1024))))
                .relation(RelationState.peers("cluster").remoteApplication(Map.of("a", "b")))));
  }

  @Test
  void eventsThatDoNotComeInARelation() {
    WorldState state =
        web.state()
            .relation(RelationState.to("db", "pg").remoteUnit("pg/0").localUnit(Map.of("a", "b")))
            .relation(RelationState.peers("cluster"));

    assertEquals(
        List.of(
            "Event \"relation-changed host\" is about relation \"host\", which is not there; there"
                + " are [db:0, cluster:1]"),
        complaints(Event.relationChanged("host"), state));
    assertEquals(
        List.of(
            "Event \"relation-joined db pg/7\" is about \"pg/7\", which is not in relation \"db:0\";"
                + " there are [pg/0]"),
        complaints(Event.relationJoined("db", "pg/7"), state));
    assertEquals(
        List.of("Event \"relation-departed db\" needs a remote unit"),
        complaints(Event.relationDeparted("db", ""), state));
    assertEquals(
        List.of("Relation \"cluster:1\" is among peers, which is never broken"),
        complaints(Event.relationBroken("cluster"), state));
    assertEquals(
        List.of("Before relation-created the unit has written nothing to relation \"db:0\""),
        complaints(Event.relationCreated("db"), state));
    assertEquals(
        List.of("Before install the unit has entered no relation, so its bag in \"db:0\" is empty"),
        complaints(Event.install(), state));
    assertEquals(
        List.of("A unit has left its relations before its hook remove"),
        complaints(Event.remove(), state));
    assertEquals(
        List.of("leader-elected comes to the leader; say leader(true)"),
        complaints(Event.leaderElected(), state));
    assertEquals(
        List.of("There is no hook \"leader-deposed\""),
        complaints(new Event("leader-deposed", "", "", "", Map.of()), state));
  }

  @Test
  void anEventThatNamesNoneOfSeveralRelations() {
    Transition site =
        Transition.of(
            CharmUnderTest.scripted("{name: site, provides: {web: {interface: http}}}", IDLE));
    WorldState state =
        site.state().relation(RelationState.to("web", "a")).relation(RelationState.to("web", "b"));

    assertEquals(
        List.of("Event \"relation-changed web\" could be about [web:0, web:1]; name one of them"),
        assertThrows(
                ImpossibleWorldException.class, () -> site.run(Event.relationChanged("web"), state))
            .complaints());
    site.close();
  }

  @Test
  void secretsThatJujuDoesNotKeep() {
    SecretState good = SecretState.ofApplication(Map.of("password", "hush"));
    assertEquals(
        List.of(
            "\"short\" is no id of a secret, which is 20 letters and digits",
            "\"a\" is no key of a secret; one is lower-case words of at least three letters, such"
                + " as \"password\"",
            "Key \"user\" of a secret is empty; Juju keeps no empty values",
            "Two secrets have the label \"own\"",
            "The unit cannot see revision 2 of secret secret:00000000000000000010; there are [1]",
            "Secret secret:00000000000000000010 cannot be rotated \"often\"",
            "Secret secret:00000000000000000010 cannot be granted to \"pg\" in relation 5, in which"
                + " it is not",
            "Secret secret:00000000000000000020 is of \"pg\", which the unit is not related with",
            "The unit calls secret secret:00000000000000000020 \"theirs\" and has never read it; say"
                + " tracked(…)"),
        complaints(
            web.state()
                .secret(
                    SecretState.ofApplication(Map.of("a", "x", "user", ""))
                        .label("own")
                        .id("short"))
                .secret(
                    good.label("own")
                        .tracked(2)
                        .aging("often", Optional.empty())
                        .grantedTo("pg", 5))
                .secret(SecretState.from("pg", Map.of("password", "x")).label("theirs"))));
  }

  @Test
  void eventsThatDoNotComeToASecret() {
    WorldState state =
        web.state()
            .secret(SecretState.ofApplication(Map.of("password", "hush")).label("own"))
            .secret(SecretState.ofUser(Map.of("password", "hush")).tracked(1).label("user"));

    assertEquals(
        List.of(
            "Event \"secret-changed other\" is about secret \"other\", which is not there; there are"
                + " [secret:00000000000000000010, secret:00000000000000000020]"),
        complaints(Event.secretChanged("other"), state));
    assertEquals(
        List.of(
            "secret-changed comes to a unit that has read an older revision; say tracked(…) and"
                + " revision(…)"),
        complaints(Event.secretChanged("user"), state));
    assertEquals(
        List.of(
            "secret-rotate comes to the owner of a secret, which for an application is its leader",
            "Secret secret:00000000000000000010 is never rotated; say aging(…)"),
        complaints(Event.secretRotate("own"), state));
    assertEquals(
        List.of("Secret secret:00000000000000000010 never expires; say aging(…)"),
        complaints(Event.secretExpired("own"), state.leader(true)));
    assertEquals(
        List.of("secret-remove is about a revision that another one has replaced; 1 is none of []"),
        complaints(Event.secretRemove("own", 1), state.leader(true)));
  }

  @Test
  void eventsThatDoNotComeFromAContainer() {
    WorldState state = web.state();

    assertEquals(
        List.of(
            "Event \"pebble-ready proxy\" is about container \"proxy\", which is not there; there are"
                + " [workload]"),
        complaints(Event.pebbleReady("proxy"), state));
    assertEquals(
        List.of(
            "Container \"workload\" cannot be reached, so nobody hears of \"pebble-ready\"; say"
                + " container(\"workload\", true)"),
        complaints(Event.pebbleReady("workload"), state.container("workload", false)));
    assertEquals(
        List.of("\"backup\" is no key of a notice, such as \"example.com/backup\""),
        complaints(Event.customNotice("workload", "backup"), state));
    assertEquals(
        List.of("Event \"pebble-check-failed workload\" needs the name of a check"),
        complaints(Event.checkFailed("workload", ""), state));
  }

  @Test
  void eventsOfChecksThatAreNotInThePlan() {
    WorldState state = web.state();
    assertEquals(
        List.of(
            "Event \"pebble-check-failed workload up\" is about check \"up\", which is not in the"
                + " plan; there are []; add a layer with it by pebble(\"workload\").client()"),
        complaints(Event.checkFailed("workload", "up"), state));

    Layer layer =
        Layer.empty().check("ready", Check.exec("true")).check("alive", Check.exec("true"));
    web.pebble("workload").start().client().layers().combine("checks", layer);
    assertEquals(
        List.of(
            "Event \"pebble-check-recovered workload up\" is about check \"up\", which is not in"
                + " the plan; there are [alive, ready]; add a layer with it by"
                + " pebble(\"workload\").client()"),
        complaints(Event.checkRecovered("workload", "up"), state));
    assertEquals(
        List.of(
            "Container \"workload\" cannot be reached, so nobody hears of \"pebble-check-failed\";"
                + " say container(\"workload\", true)"),
        complaints(Event.checkFailed("workload", "alive"), state.container("workload", false)));
    assertEquals(
        List.of(
            "Event \"pebble-check-failed workload alive\" is about check \"alive\", which is not"
                + " in the plan; there are []; add a layer with it by pebble(\"workload\").client()"),
        complaints(Event.checkFailed("workload", "alive"), state),
        "a container that has stopped has forgotten its plan");
  }
}
