package dev.charmsignals.testkit;

import dev.charmsignals.testkit.world.CharmMetadata;
import java.util.Map;

/** Tells a charm where simulated containers are, since it may not write to {@code /charm}. */
final class ContainerSockets {

  private static final String DIRECTORY = "CHARM_SIGNALS_CONTAINERS";

  private ContainerSockets() {}

  /** Returns a variable that Juju does not have, for a charm that declares containers. */
  static Map<String, String> variables(UnitSite site, CharmMetadata metadata) {
    return metadata.containers().isEmpty()
        ? Map.of()
        : Map.of(DIRECTORY, site.containersDirectory().toString());
  }
}
