package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import java.nio.file.Path;

/** Runs what "mvn package" has packed: each hook is a process, started as Juju starts it. */
class PackedMyCharmIT {

  @SimulatedJujuTest
  void saysWhatItIsToldTo(SimulatedJuju juju) {
    juju.deploy("alice", CharmUnderTest.packed(Path.of("target")));
    juju.settle();

    assertEquals("says hello", juju.unit("alice/0").status().message());
  }
}
