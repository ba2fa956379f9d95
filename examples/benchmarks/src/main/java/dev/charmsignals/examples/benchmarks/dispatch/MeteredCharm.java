package dev.charmsignals.examples.benchmarks.dispatch;

import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.UnitSite;
import dev.charmsignals.testkit.world.CharmMetadata;
import dev.charmsignals.testkit.world.HookProgram;

/** A charm, unpacked as an agent does it, whose hooks then are measured. */
record MeteredCharm(CharmUnderTest charm, Meter meter) implements CharmUnderTest {

  @Override
  public CharmMetadata metadata() {
    return charm.metadata();
  }

  @Override
  public HookProgram unpack(UnitSite site, int revision) {
    HookProgram program = charm.unpack(site, revision);
    meter.install(site.agentDirectory().resolve("charm"));
    return program;
  }
}
