package dev.charmsignals.fake;

import dev.charmsignals.name.Declarations;
import java.util.List;

/**
 * A charm with the endpoints {@code db}, {@code web} and, for peers, {@code cluster}, the actions
 * {@code backup} and {@code restore}, the storage {@code data}, the container {@code workload} and
 * the resource {@code tool}.
 */
public final class FakeDeclarations implements Declarations {

  @Override
  public List<String> names() {
    return List.of("db", "web", "cluster");
  }

  @Override
  public boolean isPeer(String endpoint) {
    return endpoint.equals("cluster");
  }

  @Override
  public boolean isDeclared(String endpoint, String section, String interfaceName) {
    return names().contains(endpoint) && isPeer(endpoint) == section.equals("peers");
  }

  @Override
  public List<String> actions() {
    return List.of("backup", "restore");
  }

  @Override
  public List<String> storages() {
    return List.of("data");
  }

  @Override
  public List<String> containers() {
    return List.of("workload");
  }

  @Override
  public List<String> resources() {
    return List.of("tool");
  }
}
