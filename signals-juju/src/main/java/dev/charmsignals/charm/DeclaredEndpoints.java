package dev.charmsignals.charm;

import dev.charmsignals.metadata.CharmMetadata;
import dev.charmsignals.name.Endpoints;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The endpoints that the charm's metadata declares, read when the charm first names one. */
final class DeclaredEndpoints implements Endpoints {

  private final Path charmDirectory;
  private @Nullable CharmMetadata metadata;

  DeclaredEndpoints(Path charmDirectory) {
    this.charmDirectory = charmDirectory;
  }

  private CharmMetadata metadata() {
    CharmMetadata known = metadata;
    if (known == null) {
      known = CharmMetadata.read(charmDirectory);
      metadata = known;
    }
    return known;
  }

  @Override
  public List<String> names() {
    return metadata().names();
  }

  @Override
  public boolean isPeer(String endpoint) {
    return metadata().isPeer(endpoint);
  }
}
