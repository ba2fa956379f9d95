package dev.charmsignals.charm;

import dev.charmsignals.name.Endpoints;
import java.nio.file.Path;
import java.util.List;

/**
 * The endpoints that the charm's metadata declares.
 *
 * <p>Accepts every name for the time being: the metadata is not read yet.
 */
final class DeclaredEndpoints implements Endpoints {

  DeclaredEndpoints(Path charmDirectory) {}

  @Override
  public List<String> names() {
    return List.of();
  }

  @Override
  public boolean isPeer(String endpoint) {
    return false;
  }

  @Override
  public void requireDeclared(String endpoint) {}
}
