package dev.charmsignals.postgres;

import static dev.charmsignals.postgres.Stage.bag;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedRelation;
import dev.charmsignals.testkit.command.LogLevel;
import dev.charmsignals.testkit.world.HookOutcome;
import dev.charmsignals.testkit.world.LogRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Bags in which the other side wrote anything at all. */
class HostileBagsTest {

  private static final String PAYLOAD = "the-payload";
  private static final int MEGABYTES = 2 << 20;

  private static final CharmUnderTest CLIENT =
      CharmUnderTest.scripted("name: app\nrequires:\n  db: {interface: pgsql}", hook -> {});

  private static final List<String> KEYS =
      List.of(
          "master",
          "standbys",
          "allowed-subnets",
          "allowed-units",
          "database",
          "roles",
          "extensions",
          "version");

  private static final List<String> GARBAGE =
      List.of(
          PAYLOAD,
          PAYLOAD + " password=",
          "host='" + PAYLOAD,
          "postgresql://" + PAYLOAD + ":%zz@[::1/" + PAYLOAD,
          "host=" + PAYLOAD + "\u0000\n\u001b[31m\u202e=",
          "=".repeat(60_000) + PAYLOAD,
          "postgresql:" + "\\'".repeat(30_000) + PAYLOAD,
          ",a=".repeat(20_000) + PAYLOAD,
          "\n\u2028,".repeat(10_000) + PAYLOAD,
          "1.2.3.4/33,::/129,:::,/,//,-1/8,٣.٣.٣.٣/8,".repeat(1_000) + PAYLOAD,
          PAYLOAD.repeat(MEGABYTES / PAYLOAD.length()));

  private Stage stage;

  private static void assertAllWell(SimulatedJuju juju) {
    assertEquals(
        List.of(),
        juju.hooks().stream().filter(hook -> hook.outcome() != HookOutcome.COMMITTED).toList());
    assertEquals(
        List.of(),
        juju.logs().stream().map(LogRecord::text).filter(text -> text.contains(PAYLOAD)).toList());
  }

  private static long warnings(SimulatedJuju juju) {
    return juju.logs().stream().filter(record -> record.level() == LogLevel.WARNING).count();
  }

  /** Garbage under each key in turn, in the application's bag or a unit's, one after the other. */
  @SimulatedJujuTest
  void clientLivesWithGarbageUnderEveryKeyAndThenFindsAMaster(SimulatedJuju juju) {
    stage = Stage.in(juju).deploy();
    SimulatedRelation relation = stage.relate();
    stage.news();
    int round = 0;
    for (String garbage : GARBAGE) {
      Map<String, String> all = new HashMap<>();
      for (String key : KEYS) {
        all.put(key, garbage);
      }
      relation.tamper(round++ % 2 == 0 ? "postgresql" : "postgresql/1", all);
      assertEquals(List.of(), stage.news(), "round " + round);
    }
    assertAllWell(juju);
    assertTrue(warnings(juju) > 0, "nobody was told");

    relation.tamper("postgresql", none());
    relation.tamper("postgresql", Map.of("master", "host=m"));
    assertEquals(
        List.of("master_available", "master_changed", "database_available", "database_changed"),
        stage.news());
  }

  private static Map<String, String> none() {
    Map<String, String> none = new HashMap<>();
    for (String key : KEYS) {
      none.put(key, "");
    }
    return none;
  }

  @SimulatedJujuTest
  void clientReadsAThousandStandbysAndSaysOnceThatItIgnoresTheOthers(SimulatedJuju juju) {
    stage = Stage.in(juju).deploy();
    SimulatedRelation relation = stage.relate();
    stage.news();

    relation.tamper("postgresql", bag("standbys", "host=s\n".repeat(3_000) + "bad\n".repeat(5)));

    assertEquals(1_000, stage.newsInFull().get(0).standbys().size());
    assertEquals(1, warnings(juju));
    assertAllWell(juju);
  }

  @SimulatedJujuTest
  void clientReadsPastMegabytesAndThousandsOfOtherKeys(SimulatedJuju juju) {
    stage = Stage.in(juju).deploy();
    SimulatedRelation relation = stage.relate();
    stage.news();
    Map<String, String> junk = new HashMap<>(Map.of("master", "host=m", "standbys", "host=s"));
    junk.put("blob", PAYLOAD.repeat(MEGABYTES / PAYLOAD.length()));
    for (int i = 0; i < 5_000; i++) {
      junk.put("z" + i, PAYLOAD);
    }

    relation.tamper("postgresql", junk);

    assertTrue(stage.news().contains("master_available"));
    assertAllWell(juju);
  }

  @SimulatedJujuTest
  void clientKeepsTheGoodStandbysAmongTheBad(SimulatedJuju juju) {
    stage = Stage.in(juju).deploy();
    SimulatedRelation relation = stage.relate();
    stage.news();

    relation.tamper(
        "postgresql", bag("standbys", "host=s1\n" + PAYLOAD + "\nhost='" + "s2'\nhost=s3"));

    assertEquals(List.of("host=s1", "host=s2", "host=s3"), stage.newsInFull().get(0).standbys());
    assertAllWell(juju);
  }

  /** A grant is not believed because it is long or strange. */
  @SimulatedJujuTest
  void clientIsGrantedNothingByGarbage(SimulatedJuju juju) {
    stage = Stage.in(juju).deploy();
    SimulatedRelation relation = stage.relate();
    relation.tamper("app/0", bag("egress-subnets", "10.0.0.5/32"));
    stage.news();

    for (String garbage : GARBAGE) {
      relation.tamper("postgresql", bag("master", "host=m", "allowed-subnets", garbage));
      assertEquals(List.of(), stage.news());
    }
    relation.tamper("postgresql", bag("allowed-subnets", "nonsense,10.0.0.0/29,"));

    assertTrue(stage.news().contains("master_available"));
    assertAllWell(juju);
  }

  @SimulatedJujuTest
  void serverLivesWithGarbageUnderEveryKeyAndThenAnswers(SimulatedJuju juju) {
    ServerCharm.Bench server = new ServerCharm.Bench();
    juju.deploy("postgresql", server.charm());
    juju.deploy("app", CLIENT);
    juju.settle();
    SimulatedRelation relation = juju.integrate("app:db", "postgresql:db");
    juju.settle();
    List<String> keys = List.of("database", "roles", "extensions");
    int round = 0;
    for (String garbage : GARBAGE) {
      Map<String, String> all = new HashMap<>();
      for (String key : keys) {
        all.put(key, garbage);
      }
      all.put(round++ % 2 == 0 ? "egress-subnets" : "ingress-address", garbage);
      relation.tamper(round % 2 == 0 ? "app" : "app/0", all);
      juju.settle();
    }
    assertAllWell(juju);
    assertTrue(warnings(juju) > 0, "nobody was told");

    Map<String, String> good = new HashMap<>(none());
    good.putAll(bag("database", "orders", "egress-subnets", "10.7.0.0/16"));
    relation.tamper("app", good);
    relation.tamper("app/0", good);
    juju.settle();

    Map<String, String> answer = relation.bag("postgresql");
    assertEquals(
        List.of("orders", "10.7.0.0/16"),
        List.of(answer.get("database"), answer.get("allowed-subnets")));
  }
}
