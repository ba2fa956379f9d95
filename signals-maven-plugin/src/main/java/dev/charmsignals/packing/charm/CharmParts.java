package dev.charmsignals.packing.charm;

import dev.charmsignals.packing.charmcraft.CharmSource;
import java.nio.file.Path;
import java.util.List;

/**
 * What a charm is made of, whatever its platform.
 *
 * @param source what it says about itself
 * @param files a directory whose content is copied as it is; it need not exist
 * @param documents files that are copied to the top: an icon, a README, licences
 * @param libraries its jars in the order of the class path, its own first
 * @param launch how it is started
 * @param version what Juju shows as the version of the charm
 */
public record CharmParts(
    CharmSource source,
    Path files,
    List<Path> documents,
    List<Library> libraries,
    Launch launch,
    String version) {

  /** Copies what it is given. */
  public CharmParts {
    documents = List.copyOf(documents);
    libraries = List.copyOf(libraries);
  }
}
