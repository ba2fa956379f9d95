package dev.charmsignals.testkit;

import dev.charmsignals.testkit.world.CharmMetadata;
import dev.charmsignals.testkit.world.HookProgram;
import dev.charmsignals.testkit.world.JujuFlavour;
import dev.charmsignals.testkit.world.ResourceSpec;
import dev.charmsignals.testkit.world.RunnableCharm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A charm together with the place its units' files go to.
 *
 * @param revision the number that the controller gave the charm
 */
record SitedCharm(CharmUnderTest charm, int revision, JujuFlavour flavour, Workspace workspace)
    implements RunnableCharm {

  @Override
  public CharmMetadata metadata() {
    return charm.metadata();
  }

  @Override
  public HookProgram unpack(String unit) {
    return charm.unpack(site(unit), revision);
  }

  @Override
  public void replacePod(String unit) {
    site(unit).replacePod();
  }

  /** A directory that a test may write to, wherever the charm wants it. */
  @Override
  public String storageLocation(String unit, String storage, String wanted) {
    return site(unit).storageDirectory(storage).toString();
  }

  @Override
  public Path fetch(String unit, ResourceSpec resource, Path file) {
    try {
      Path copy = site(unit).resourceDirectory(resource.name()).resolve(resource.filename());
      Files.createDirectories(copy.toAbsolutePath().getParent());
      return Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot fetch resource " + resource.name(), e);
    }
  }

  UnitSite site(String unit) {
    return new UnitSite(unit, flavour, workspace);
  }
}
