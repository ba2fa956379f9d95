package dev.charmsignals.testkit;

import dev.charmsignals.testkit.world.CharmMetadata;
import dev.charmsignals.testkit.world.HookProgram;
import dev.charmsignals.testkit.world.ResourceSpec;
import dev.charmsignals.testkit.world.RunnableCharm;
import java.nio.file.Path;

/** A charm whose units find the Pebbles of their pods when a hook runs. */
record CharmWithWorkloads(SitedCharm charm, Workloads workloads) implements RunnableCharm {

  @Override
  public CharmMetadata metadata() {
    return charm.metadata();
  }

  @Override
  public void replacePod(String unit) {
    workloads.replace(unit);
    charm.replacePod(unit);
  }

  @Override
  public HookProgram unpack(String unit) {
    return workloads.around(charm.unpack(unit), charm.site(unit));
  }

  @Override
  public String storageLocation(String unit, String storage, String wanted) {
    return charm.storageLocation(unit, storage, wanted);
  }

  @Override
  public Path fetch(String unit, ResourceSpec resource, Path file) {
    return charm.fetch(unit, resource, file);
  }
}
