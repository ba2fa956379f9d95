package dev.charmsignals.charm;

import dev.charmsignals.metadata.CharmMetadata;
import dev.charmsignals.name.Declarations;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the charm's files declare, each of them read when the charm first names something of it. */
final class CharmDeclarations implements Declarations {

  private final Path charmDirectory;
  private @Nullable CharmMetadata metadata;
  private @Nullable List<String> actions;

  CharmDeclarations(Path charmDirectory) {
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

  @Override
  public boolean isDeclared(String endpoint, String section, String interfaceName) {
    return metadata().isDeclared(endpoint, section, interfaceName);
  }

  @Override
  public List<String> actions() {
    List<String> known = actions;
    if (known == null) {
      known = CharmMetadata.readActions(charmDirectory);
      actions = known;
    }
    return known;
  }

  @Override
  public List<String> storages() {
    return metadata().storages();
  }

  @Override
  public List<String> containers() {
    return metadata().containers();
  }

  @Override
  public List<String> resources() {
    return metadata().resources();
  }
}
