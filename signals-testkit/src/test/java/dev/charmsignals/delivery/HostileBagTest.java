package dev.charmsignals.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedRelation;
import dev.charmsignals.testkit.world.HookOutcome;
import dev.charmsignals.testkit.world.LogRecord;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a remote unit wrote is hostile: reported, never a failing hook, and the rest still comes.
 */
class HostileBagTest {

  private static final String SECRET = "the-payload";

  private final Gossip.Diary diary = new Gossip.Diary();

  /** Lets a/0 emit one signal, spoils its bag, and lets b/0 read it. */
  private List<String> heardAfter(SimulatedJuju juju, Map<String, String> junk) {
    juju.deploy("a", Gossip.charm(diary));
    juju.deploy("b", Gossip.charm(diary));
    SimulatedRelation relation = juju.integrate("a:talk", "b:listen");
    juju.settle();
    juju.unit("b/0").hold();
    juju.application("a").config("say", "1 word:one");
    juju.settle();
    relation.tamper("a/0", junk);
    juju.unit("b/0").release();
    juju.settle();

    assertEquals(
        List.of(),
        juju.hooks().stream().filter(hook -> hook.outcome() != HookOutcome.COMMITTED).toList());
    assertFalse(juju.logs().toString().contains(SECRET), "a payload is in the log");
    return Gossip.heardBy(juju.unit("b/0"));
  }

  private static List<String> warnings(SimulatedJuju juju) {
    return juju.unit("b/0").logs().stream()
        .filter(record -> record.level().name().startsWith("WARN"))
        .map(LogRecord::text)
        .toList();
  }

  private static String entry(String name, String snapshot) {
    return """
        {"name":"%s","snapshot":%s,"at":"2026-01-31T12:00:00Z","leader":true,"kept":true}"""
        .formatted(name, snapshot);
  }

  @SimulatedJujuTest
  void parksWhatIsNotJson(SimulatedJuju juju) {
    assertEquals(List.of("parked 1 a/0"), heardAfter(juju, Map.of("signal-1", SECRET)));
    assertEquals(1, warnings(juju).size());
  }

  @SimulatedJujuTest
  void parksASnapshotOfTheWrongType(SimulatedJuju juju) {
    assertEquals(
        List.of("parked 1 a/0"),
        heardAfter(juju, Map.of("signal-1", entry("word", "{\"text\":{\"x\":\"the-payload\"}}"))));
  }

  @SimulatedJujuTest
  void parksASignalOfUnknownName(SimulatedJuju juju) {
    assertEquals(
        List.of("parked 1 a/0"),
        heardAfter(juju, Map.of("signal-1", entry("future", "{\"text\":\"the-payload\"}"))));
  }

  @SimulatedJujuTest
  void parksAnEntryOfTenMegabytes(SimulatedJuju juju) {
    assertEquals(
        List.of("parked 1 a/0"),
        heardAfter(juju, Map.of("signal-1", "x".repeat(10 * 1024 * 1024))));
  }

  /** Written into charm state it would be three times as long, and more than Juju takes. */
  @SimulatedJujuTest
  void parksWhatIsTooLongToBeDeferred(SimulatedJuju juju) {
    diary.deferring.add("\n".repeat(500_000));

    assertEquals(
        List.of("parked 1 a/0"),
        heardAfter(
            juju,
            Map.of("signal-1", entry("word", "{\"text\":\"" + "\\n".repeat(500_000) + "\"}"))));
  }

  @SimulatedJujuTest
  void parksDeepNesting(SimulatedJuju juju) {
    assertEquals(
        List.of("parked 1 a/0"), heardAfter(juju, Map.of("signal-1", "[".repeat(100_000))));
  }

  @SimulatedJujuTest
  void readsPastOtherKeysHoweverBig(SimulatedJuju juju) {
    assertEquals(
        List.of("a/0 one"),
        heardAfter(juju, Map.of("blob", "y".repeat(10 * 1024 * 1024), "signal-x", SECRET)));
  }

  @SimulatedJujuTest
  void treatsAnUnreadableHeaderAsAbsentAndSaysSoOnce(SimulatedJuju juju) {
    assertEquals(List.of(), heardAfter(juju, Map.of("signals", "{\"v\":\"the-payload\"}")));
    juju.unit("b/0").updateStatus();
    juju.settle();

    assertEquals(1, warnings(juju).size());
  }

  @SimulatedJujuTest
  void treatsAFutureVersionAsAbsentAndSaysSoOnce(SimulatedJuju juju) {
    assertEquals(List.of(), heardAfter(juju, Map.of("signals", "{\"v\":2,\"secret\":\"no\"}")));
    juju.unit("b/0").updateStatus();
    juju.settle();

    assertEquals(1, warnings(juju).size());
  }

  @SimulatedJujuTest
  void livesWithAHeadThatIsALie(SimulatedJuju juju) {
    String lie =
        "{\"v\":1,\"id\":\"00000000000000aa\",\"head\":9007199254740991,\"floor\":0,"
            + "\"members\":{\"zz\":-1,\"00000000000000bb\":\"x\"}}";
    List<String> heard = heardAfter(juju, Map.of("signals", lie));

    // A stream never seen before begins at its head, with what is kept below.
    assertEquals(List.of("a/0 one"), heard);
  }

  /** The id of a neighbour's stream can be read in the acknowledgements of those who read it. */
  @SimulatedJujuTest(seeds = 3)
  void believesNobodyWhatItSaysOfANeighboursStream(SimulatedJuju juju) {
    juju.deploy("a", Gossip.charm(diary));
    juju.application("a").addUnit();
    juju.deploy("b", Gossip.charm(diary));
    SimulatedRelation relation = juju.integrate("a:talk", "b:listen");
    juju.settle();
    juju.application("a").config("say", "1 word:one");
    juju.settle();
    String victim = streamIn(relation, "a/0");
    String own = streamIn(relation, "a/1");
    relation.suspend();
    juju.settle();
    juju.unit("a/0").hold();
    relation.resume();
    juju.settle();
    juju.unit("a/1").hold();
    String lie =
        """
        {"v":1,"id":"00000000000000ff","head":0,"floor":0,"members":{},"replaces":[\
        {"id":"%s","head":1},{"id":"%s","head":9007199254740991}]}"""
            .formatted(own, victim);
    relation.tamper("a/1", Map.of("signals", lie));
    juju.settle();
    relation.tamper("a/1", Map.of("signals", lie.replace("00000000000000ff", victim)));
    juju.settle();
    juju.unit("a/0").release();
    juju.settle();
    juju.application("a").config("say", "2 word:two");
    juju.settle();

    List<String> ofVictim =
        Gossip.heardBy(juju.unit("b/0")).stream().filter(line -> line.contains("a/0")).toList();
    assertEquals(List.of("a/0 one", "a/0 two"), ofVictim);
  }

  private static String streamIn(SimulatedRelation relation, String unit) {
    String header = relation.bag(unit).get("signals");
    return header.substring(header.indexOf("\"id\":\"") + 6, header.indexOf("\",\"head\""));
  }

  @SimulatedJujuTest
  void livesWithAcksThatAreJunk(SimulatedJuju juju) {
    assertEquals(
        List.of("a/0 one"),
        heardAfter(juju, Map.of("signals-ack", "[[[", "signal-0", "", "signal-007", SECRET)));
    juju.application("a").config("say", "2 word:two");
    juju.settle();

    assertEquals(List.of("a/0 one", "a/0 two"), Gossip.heardBy(juju.unit("b/0")));
  }

  @SimulatedJujuTest
  void saysOnceWhatIsWrongWithTheAcksOfAUnitItMeets(SimulatedJuju juju) {
    String header = "{\"v\":1,\"id\":\"00000000000000aa\",\"head\":0,\"floor\":0,\"members\":{}}";
    juju.deploy(
        "a",
        CharmUnderTest.scripted(
            Gossip.METADATA,
            hook -> {
              if (hook.is("talk-relation-created")) {
                hook.set("signals", header);
                hook.set("signals-ack", SECRET);
              }
            }));
    juju.deploy("b", Gossip.charm(diary));
    juju.integrate("a:talk", "b:listen");
    juju.settle();
    juju.unit("b/0").updateStatus();
    juju.settle();

    assertEquals(
        List.of(
            "listen:2: Inbox: Unit a/0 on listen:2 wrote what is not of signals: signals-ack is not"
                + " JSON; it counts as none"),
        warnings(juju));
  }

  @SimulatedJujuTest
  void readsPastThousandsOfKeysThatLookLikeEntries(SimulatedJuju juju) {
    Map<String, String> junk = new TreeMap<>();
    for (int i = 2; i < 5_000; i++) {
      junk.put("signal-" + i, "junk");
    }

    assertEquals(List.of("a/0 one"), heardAfter(juju, junk));
  }

  @SimulatedJujuTest
  void saysOnceThatABagHoldsMoreKeysThanAreRead(SimulatedJuju juju) {
    Map<String, String> junk = new TreeMap<>();
    for (int i = 0; i < 20_000; i++) {
      junk.put("signal-x" + i, "junk");
    }

    assertEquals(List.of(), heardAfter(juju, junk));
    juju.unit("b/0").updateStatus();
    juju.settle();

    assertEquals(
        List.of(
            "listen:2: Inbox: Unit a/0 on listen:2 wrote more than is read of a bag; it counts as"
                + " absent"),
        warnings(juju));
  }
}
