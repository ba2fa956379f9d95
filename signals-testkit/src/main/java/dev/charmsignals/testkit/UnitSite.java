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

  private String tag() {
    return "unit-" + unit.replace('/', '-');
  }
}
