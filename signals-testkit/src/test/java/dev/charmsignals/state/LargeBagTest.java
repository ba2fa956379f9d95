package dev.charmsignals.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.model.Relation;
import dev.charmsignals.name.UnitName;
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
import java.util.Set;
import java.util.TreeMap;

/** Bags of others with more in them than a hook should hold: read in part, never a failing hook. */
class LargeBagTest {

  private static final int MEBIBYTE = 1 << 20;

  private static final String LEFT_OUT =
      "Relation: Of the %s in db:0 only 1048576 bytes in 20000 entries are read; entries left out: %d";

  private static final Set<String> OF_JUJU =
      Set.of("egress-subnets", "ingress-address", "private-address");

  private Map<String, String> applicationBag = Map.of();
  private Map<String, String> unitBag = Map.of();
  private Map<String, String> ownBag = Map.of();

  /** Reads everything there is in each update-status. */
  private final class Reader extends Charm {

    Reader(CharmContext context) {
      super(context);
      observe(
          on().updateStatus(),
          event -> {
            Relation relation = relations("db").get(0);
            applicationBag = shown(relation.applicationBag());
            unitBag = shown(relation.unitBag(new UnitName("writer/0")));
            unitBag.keySet().removeAll(OF_JUJU);
            ownBag = shown(relation.ownApplicationBag());
          });
    }
  }

  /** Of long values the length is enough, also for whoever reads why a test fails. */
  private static Map<String, String> shown(Map<String, String> bag) {
    Map<String, String> shown = new TreeMap<>(bag);
    shown.replaceAll((key, value) -> value.length() < 10 ? value : value.length() + " characters");
    return shown;
  }

  private void readBagsWith(SimulatedJuju juju, String owner, Map<String, String> content) {
    juju.deploy(
        "reader",
        CharmUnderTest.inProcess(Reader::new, "name: reader\nrequires:\n  db: {interface: x}\n"));
    juju.deploy(
        "writer",
        CharmUnderTest.scripted("name: writer\nprovides:\n  db: {interface: x}\n", hook -> {}));
    SimulatedRelation relation = juju.integrate("reader:db", "writer:db");
    juju.settle();
    relation.tamper(owner, content);
    juju.settle();
    juju.unit("reader/0").updateStatus();
    juju.settle();

    assertEquals(
        List.of(),
        juju.hooks().stream().filter(hook -> hook.outcome() != HookOutcome.COMMITTED).toList());
  }

  private static List<String> warnings(SimulatedJuju juju) {
    return juju.unit("reader/0").logs().stream()
        .filter(record -> record.level() == LogLevel.WARNING)
        .map(LogRecord::text)
        .toList();
  }

  @SimulatedJujuTest
  void leavesOutAValueThatIsTooLong(SimulatedJuju juju) {
    readBagsWith(
        juju, "writer", Map.of("a", "1", "b", "hush".repeat(MEBIBYTE / 4) + "x", "c", "3"));

    assertEquals(Map.of("a", "1", "c", "3"), applicationBag);
    assertEquals(List.of(LEFT_OUT.formatted("application bag of writer", 1)), warnings(juju));
  }

  @SimulatedJujuTest
  void readsTheBagOfAUnitInTheSameWay(SimulatedJuju juju) {
    readBagsWith(juju, "writer/0", Map.of("a", "1", "b", "x".repeat(3 * MEBIBYTE), "z", "3"));

    assertEquals(Map.of("a", "1", "z", "3"), unitBag);
    assertEquals(List.of(LEFT_OUT.formatted("unit bag of writer/0", 1)), warnings(juju));
  }

  @SimulatedJujuTest
  void readsAsManyValuesAsFitTogether(SimulatedJuju juju) {
    Map<String, String> content = new HashMap<>();
    Map<String, String> fit = new HashMap<>();
    for (int i = 10; i < 50; i++) {
      content.put("k" + i, "v".repeat(1 << 16));
      if (i < 26) {
        fit.put("k" + i, "65536 characters");
      }
    }

    readBagsWith(juju, "writer", content);

    assertEquals(fit, applicationBag);
    assertEquals(List.of(LEFT_OUT.formatted("application bag of writer", 24)), warnings(juju));
  }

  @SimulatedJujuTest
  void readsSoManyEntriesAndNoLongKeys(SimulatedJuju juju) {
    Map<String, String> content = new HashMap<>();
    content.put("k".repeat(257), "v");
    for (int i = 0; i < 20_010; i++) {
      content.put("key-" + i, "v");
    }

    readBagsWith(juju, "writer", content);

    assertEquals(20_000, applicationBag.size());
    assertEquals(List.of(LEFT_OUT.formatted("application bag of writer", 11)), warnings(juju));
  }

  /** Each {@code <} takes six bytes in the answer, which is kept to its first 16 MiB. */
  @SimulatedJujuTest
  void readsWhatComesBeforeTheCutOfAnAnswer(SimulatedJuju juju) {
    readBagsWith(juju, "writer", Map.of("a", "1", "b", "<".repeat(2_900_000), "c", "3"));

    assertEquals(Map.of("a", "1"), applicationBag);
    assertEquals(
        List.of(
            LEFT_OUT.formatted("application bag of writer", 0)
                + ", and what comes after the first 16777216 bytes of the answer"),
        warnings(juju));
  }

  @SimulatedJujuTest
  void readsAllOfAnOwnBag(SimulatedJuju juju) {
    readBagsWith(juju, "reader", Map.of("large", "x".repeat(3 * MEBIBYTE)));

    assertEquals(Map.of("large", "3145728 characters"), ownBag);
    assertEquals(List.of(), warnings(juju));
  }
}
