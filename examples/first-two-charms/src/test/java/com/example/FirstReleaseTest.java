package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class FirstReleaseTest {
  static final CharmUnderTest PUBLISHER =
      CharmUnderTest.inProcess(Publisher::new, Path.of("charms/publisher"));
  static final CharmUnderTest MIRROR =
      CharmUnderTest.inProcess(Mirror::new, Path.of("charms/mirror"));

  @SimulatedJujuTest
  void mirrorsARelease(SimulatedJuju juju) throws IOException {
    juju.deploy("publisher", PUBLISHER);
    juju.deploy("mirror", MIRROR);
    juju.integrate("publisher:channel", "mirror:channel");
    juju.settle();

    juju.application("publisher").config("release", "1.0");
    juju.settle();

    assertEquals("mirrors 1.0", juju.unit("mirror/0").status().message());
    Files.writeString(Path.of("target/timeline.txt"), juju.timeline() + "\n" + juju.status());
  }
}
