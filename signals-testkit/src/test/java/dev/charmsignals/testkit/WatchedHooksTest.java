package dev.charmsignals.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.testkit.world.HookRecord;
import java.util.ArrayList;
import java.util.List;

class WatchedHooksTest {

  @SimulatedJujuTest
  void areToldAsSoonAsTheyHaveEnded(SimulatedJuju juju) {
    juju.deploy("p", TwoCharms.p(TwoCharms.IDLE));
    juju.unit("p/0").runNextHook();
    List<HookRecord> watched = new ArrayList<>();
    List<HookRecord> known = new ArrayList<>();
    juju.watch(watched::add).watch(hook -> known.add(juju.hooks().get(hook.number() - 1)));

    List<HookRecord> settled = juju.settle();

    assertEquals(settled, watched);
    assertEquals(settled, known);
  }
}
