package dev.charmsignals.testkit;

import dev.charmsignals.testkit.world.CharmMetadata;
import dev.charmsignals.testkit.world.HookProgram;
import dev.charmsignals.testkit.world.JujuFlavour;
import dev.charmsignals.testkit.world.RunnableCharm;

/** A charm together with the place its units' files go to. */
record SitedCharm(CharmUnderTest charm, JujuFlavour flavour, Workspace workspace)
    implements RunnableCharm {

  @Override
  public CharmMetadata metadata() {
    return charm.metadata();
  }

  @Override
  public HookProgram unpack(String unit) {
    return charm.unpack(new UnitSite(unit, flavour, workspace));
  }
}
