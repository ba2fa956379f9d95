package com.example.beacon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import java.nio.file.Path;

class BeaconTest {
  private static final CharmUnderTest BEACON =
      CharmUnderTest.inProcess(Beacon::new, Path.of("."));

  @SimulatedJujuTest
  void carriesTheFireFromHillToHill(SimulatedJuju juju) {
    for (String hill : new String[] {"ida", "lemnos", "athos"}) {
      juju.deploy(hill, BEACON);
    }
    juju.integrate("ida:seeing", "lemnos:seen");
    juju.integrate("lemnos:seeing", "athos:seen");
    juju.settle();

    juju.application("ida").config("begin", "Troy fell");
    juju.settle();

    assertEquals("burns since Troy fell", juju.unit("athos/0").status().message());
  }
}
