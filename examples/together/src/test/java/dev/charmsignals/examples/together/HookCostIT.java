package dev.charmsignals.examples.together;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The dispatch budget, but for times: what the hook costs that delivers one signal. */
class HookCostIT {

  private static final List<String> OF_A_SIGNAL = List.of("state-get", "relation-get", "state-set");

  @Test
  void startsNoProcessOverTheSocket() {
    HookCost cost = measure("bare-observer", "socket");

    assertEquals(List.of(), cost.processes());
    assertEquals(OF_A_SIGNAL, cost.commands());
    assertEquals(List.of(), cost.complaints());
  }

  @Test
  void startsThreeProcessesOverExecutables() {
    HookCost cost = measure("bare-observer", "exec");

    assertEquals(OF_A_SIGNAL, cost.processes());
    assertEquals(List.of(), cost.complaints());
  }

  @Test
  void addsOnlyWhatTheHandlerAsksForAndLoadsNeitherDatabindNorAYamlParser() {
    HookCost cost = measure("panel", "exec");

    assertEquals(OF_A_SIGNAL, cost.commandsForTheSignal());
    assertEquals(List.of("status-get", "status-set", "juju-log"), cost.commandsForTheCharm());
    assertTrue(
        cost.classes().contains("dev.charmsignals.examples.panel.PanelCharm"),
        "these are the classes of the hook");
    assertEquals(List.of(), cost.complaints());
  }

  private static HookCost measure(String charm, String transport) {
    return HookCost.measure(BothCharms.EXAMPLES, charm, new Transport(transport), false);
  }
}
