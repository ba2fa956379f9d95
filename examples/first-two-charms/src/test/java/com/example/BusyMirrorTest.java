package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import java.util.List;

class BusyMirrorTest {

  @SimulatedJujuTest(seeds = 20)
  void missesNoReleaseWhileItIsBusy(SimulatedJuju juju) {
    juju.deploy("publisher", FirstReleaseTest.PUBLISHER);
    juju.deploy("mirror", FirstReleaseTest.MIRROR);
    juju.integrate("publisher:channel", "mirror:channel");
    juju.settle();

    juju.unit("mirror/0").hold();
    for (String version : List.of("1.0", "1.1", "1.0")) {
      juju.application("publisher").config("release", version);
      juju.settle();
    }
    juju.unit("mirror/0").release();
    juju.unit("mirror/0").failNextHook();
    juju.settle();

    assertEquals("mirrors 1.0 1.1 1.0", juju.unit("mirror/0").status().message());
  }

  @SimulatedJujuTest(seeds = 20)
  void tellsALateMirrorTheLastRelease(SimulatedJuju juju) {
    juju.deploy("publisher", FirstReleaseTest.PUBLISHER).config("release", "1.0");
    juju.settle();
    juju.application("publisher").config("release", "1.1");
    juju.settle();

    juju.deploy("mirror", FirstReleaseTest.MIRROR);
    juju.integrate("publisher:channel", "mirror:channel");
    juju.settle();

    assertEquals("mirrors 1.1", juju.unit("mirror/0").status().message());
  }
}
