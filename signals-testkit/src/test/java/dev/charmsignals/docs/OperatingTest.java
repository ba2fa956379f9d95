package dev.charmsignals.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.ScriptedHook;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.world.ActionResult;
import dev.charmsignals.testkit.world.ActionStatus;
import java.util.Map;

/** What the pages say of operating a simulated Juju. */
class OperatingTest {

  private static final String DATABASE =
      """
      name: database
      actions:
        backup:
          params:
            path: {type: string}
            keep: {type: integer, default: 3}
          required: [path]
      """;

  // region action
  @SimulatedJujuTest
  void backsUp(SimulatedJuju juju) {
    juju.deploy("database", CharmUnderTest.scripted(DATABASE, OperatingTest::database));
    juju.settle();

    ActionResult result = juju.unit("database/0").runAction("backup", Map.of("path", "/srv"));

    assertEquals(ActionStatus.COMPLETED, result.status());
    assertEquals(
        Map.of("backup", Map.of("path", "/srv", "kept", "3"), "return-code", 0), result.results());
  }

  // endregion

  private static void database(ScriptedHook hook) {
    if (hook.is("backup")) {
      hook.text("action-set", "backup.path=" + hook.text("action-get", "path"));
      hook.text("action-set", "backup.kept=" + hook.text("action-get", "keep"));
    }
  }
}
