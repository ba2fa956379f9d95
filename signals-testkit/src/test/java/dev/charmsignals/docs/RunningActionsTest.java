package dev.charmsignals.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.ActionEvent;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.world.ActionResult;
import dev.charmsignals.testkit.world.ActionStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the page on actions shows. */
class RunningActionsTest {

  // region declare
  private static final String STORE =
      """
      name: store
      actions:
        backup:
          description: Writes everything to a file.
          params:
            path: {type: string}
            keep: {type: integer, default: 3}
          required: [path]
      """;

  // endregion

  // region test
  @SimulatedJujuTest
  void backsUp(SimulatedJuju juju) {
    juju.deploy("store", CharmUnderTest.inProcess(Store::new, STORE));
    juju.settle();

    ActionResult result = juju.unit("store/0").runAction("backup", Map.of("path", "/srv/b"));

    assertEquals(ActionStatus.COMPLETED, result.status());
    assertEquals(
        Map.of("file", Map.of("path", "/srv/b", "size-mb", "12"), "kept", "3", "return-code", 0),
        result.results());
    assertEquals(List.of("half way"), messages(result));
  }

  // endregion

  @SimulatedJujuTest
  void saysWhatWentWrong(SimulatedJuju juju) {
    juju.deploy("store", CharmUnderTest.inProcess(Store::new, STORE));
    juju.settle();

    ActionResult result = juju.unit("store/0").runAction("backup", Map.of("path", "srv"));

    assertEquals(ActionStatus.FAILED, result.status());
    assertEquals("path \"srv\" is not absolute", result.message());
  }

  private static List<String> messages(ActionResult result) {
    return result.log().stream().map(line -> line.substring(line.length() - 8)).toList();
  }

  private static final class Store extends Charm {

    // region observe
    Store(CharmContext context) {
      super(context);
      observe(on().action("backup"), this::backup);
    }

    // endregion

    // region handle
    record Backup(String path, int keep) {}

    record Written(File file, int kept, Optional<String> warning) {}

    record File(String path, long sizeMb) {}

    private void backup(ActionEvent event) {
      Backup wanted = event.parameters(Backup.class);
      if (!wanted.path().startsWith("/")) {
        event.fail("path \"%s\" is not absolute".formatted(wanted.path()));
        return;
      }
      event.log("half way");
      event.results(new Written(new File(wanted.path(), 12), wanted.keep(), Optional.empty()));
    }
    // endregion
  }
}
