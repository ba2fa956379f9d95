package dev.charmsignals.testkit;

import static dev.charmsignals.testkit.TwoCharms.IDLE;
import static dev.charmsignals.testkit.TwoCharms.p;
import static dev.charmsignals.testkit.TwoCharms.r;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.testkit.world.JujuFlavour;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One seed, one history; and what JUnit's support does with seeds. */
class SeedTest {

  private static final Set<Long> SEEDS = new HashSet<>();

  private static String history(long seed) {
    try (SimulatedJuju juju = SimulatedJuju.seeded(seed)) {
      juju.deploy("p", p(IDLE)).scale(3);
      juju.deploy("r", r(IDLE)).scale(2);
      juju.integrate("p", "r");
      juju.settle();
      return juju.timeline()
          + juju.hooks().stream().map(hook -> hook.environment().get("JUJU_CONTEXT_ID")).toList();
    }
  }

  @Test
  void repeatsAHistoryFromItsSeed() {
    assertEquals(history(42), history(42));
  }

  @Test
  void findsManyHistoriesWithManySeeds() {
    Set<String> histories = new HashSet<>();
    for (long seed = 0; seed < 20; seed++) {
      histories.add(history(seed));
    }

    assertEquals(20, histories.size());
  }

  @SimulatedJujuTest(seeds = 5)
  void triesSeveralSeeds(SimulatedJuju juju) {
    assertTrue(SEEDS.add(juju.seed()));
  }

  @AfterAll
  static void triedFive() {
    assertEquals(5, SEEDS.size());
  }

  @SimulatedJujuTest(seed = 7, flavour = JujuFlavour.JUJU_3_6)
  void takesTheSeedAndTheFlavourItIsGiven(SimulatedJuju juju) {
    assertEquals(7, juju.seed());
    assertTrue(juju.status().contains("3.6.28"));
  }

  @Test
  @ExtendWith(SimulatedJujuExtension.class)
  void servesOrdinaryTestsToo(SimulatedJuju juju) {
    juju.deploy("p", p(IDLE));
    juju.settle();

    assertEquals("idle", juju.unit("p/0").agentStatus().status());
  }
}
