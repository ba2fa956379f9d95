package dev.charmsignals.testkit;

import dev.charmsignals.testkit.world.JujuFlavour;
import java.nio.file.Path;

/**
 * Where a unit lives.
 *
 * @param unit its name, such as {@code panel/0}
 * @param flavour the version of Juju it lives in
 * @param workspace where its files may go
 */
public record UnitSite(String unit, JujuFlavour flavour, Workspace workspace) {

  /** Returns the agent's directory, such as {@code …/agents/unit-panel-0}, which then exists. */
  public Path agentDirectory() {
    return workspace.directory("agents/" + tag());
  }

  /** Returns the directory for hook commands, such as {@code …/tools/unit-panel-0}. */
  public Path toolsDirectory() {
    return workspace.directory("tools/" + tag());
  }

  /** Returns the directory of a storage, such as {@code …/storage/data-0}, which then exists. */
  public Path storageDirectory(String storage) {
    return workspace.directory("storage/" + storage.replace('/', '-'));
  }

  /** Returns the directory of a resource below the agent's, which then exists. */
  public Path resourceDirectory(String resource) {
    return workspace.directory("agents/" + tag() + "/resources/" + resource);
  }

  /** Returns the directory of the containers' sockets, {@code …/unit-panel-0/containers}. */
  public Path containersDirectory() {
    return workspace.directory("agents/" + tag() + "/containers");
  }

  /** Returns where a container's Pebble listens: {@code …/containers/workload/pebble.socket}. */
  public Path pebbleSocket(String container) {
    return workspace
        .directory("agents/" + tag() + "/containers/" + container)
        .resolve("pebble.socket");
  }

  /** Returns the root of a container's files: {@code …/containers/workload/root}, which exists. */
  public Path pebbleRoot(String container) {
    return workspace.directory("agents/" + tag() + "/containers/" + container + "/root");
  }

  /** The unit's pod is replaced, and no file of the old one is in the new one. */
  void replacePod() {
    workspace.delete("agents/" + tag());
  }

  private String tag() {
    return "unit-" + unit.replace('/', '-');
  }
}
