package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import java.nio.file.Path;

class MyCharmTest {
  private static final CharmUnderTest CHARM =
      CharmUnderTest.inProcess(MyCharm::new, Path.of("."));

  @SimulatedJujuTest
  void hearsWhatItsNeighbourSays(SimulatedJuju juju) {
    juju.deploy("alice", CHARM);
    juju.deploy("bob", CHARM);
    juju.integrate("alice:says", "bob:hears");
    juju.settle();

    juju.application("alice").config("greeting", "good morning");
    juju.settle();

    assertEquals("says good morning", juju.unit("alice/0").status().message());
    assertEquals("heard good morning from alice/0", juju.unit("bob/0").status().message());
  }
}
