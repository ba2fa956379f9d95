package dev.charmsignals.hook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JujuVersionTest {

  @Test
  void readsEveryFormAndWritesItAgain() {
    List<String> versions =
        List.of("3.6.28", "4.1-beta2", "2.9.0", "4.0-rc1", "3.6.2.1", "4.1-beta2.3", "10.20.30");

    assertEquals(
        versions, versions.stream().map(JujuVersion::parse).map(JujuVersion::toString).toList());
    assertEquals(new JujuVersion(4, 1, "beta", 2, 0), JujuVersion.parse("4.1-beta2"));
    assertEquals(new JujuVersion(3, 6, "", 0, 0), JujuVersion.parse("3.6"));
  }

  @Test
  void ordersThemAsTheyCameOut() {
    List<String> ordered =
        List.of(
            "2.9.49",
            "3.0.3",
            "3.6-beta2",
            "3.6-rc1",
            "3.6.0",
            "3.6.2",
            "3.6.2.1",
            "3.6.10",
            "4.0.0");
    List<JujuVersion> versions = new ArrayList<>(ordered.stream().map(JujuVersion::parse).toList());
    Collections.reverse(versions);
    Collections.sort(versions);

    assertEquals(ordered, versions.stream().map(JujuVersion::toString).toList());
  }

  @Test
  void refusesWhatIsNoVersion() {
    for (String text :
        List.of("", "3", "3.", "3.6.", "3.6.x", "v3.6.1", "3.6-1", "3.6.1 ", "3,6")) {
      assertEquals(Optional.empty(), JujuVersion.find(text), text);
    }
    var refused = assertThrows(IllegalArgumentException.class, () -> JujuVersion.parse("three"));
    assertEquals(
        "\"three\" is no version of Juju, such as \"3.6.28\" or \"4.1-beta2\"",
        refused.getMessage());
  }

  @Test
  void tellsWhatAJujuCannotDoYetAndWhatItTakes() {
    JujuVersion old = JujuVersion.parse("3.6.1");

    var missing =
        assertThrows(
            MissingFeatureException.class,
            () -> JujuFeature.REMOTE_MODEL.requireIn(Optional.of(old)));

    assertEquals(
        "This is Juju 3.6.1, which has no relation-model-get; that needs 3.6.2 or later. Upgrade the"
            + " model, or ask model().has(JujuFeature.REMOTE_MODEL) first",
        missing.getMessage());
    assertEquals(
        List.of(JujuFeature.REMOTE_MODEL, old, JujuVersion.parse("3.6.2")),
        List.of(missing.feature(), missing.version(), missing.needed()));
    JujuFeature.REMOTE_MODEL.requireIn(Optional.empty());
  }

  @Test
  void knowsThatOneReleaseCameOutOfOrder() {
    assertEquals(
        List.of(false, true, false, true),
        List.of(
            JujuFeature.EXEC_SERVICE_CONTEXT.isIn(JujuVersion.parse("3.1.5")),
            JujuFeature.EXEC_SERVICE_CONTEXT.isIn(JujuVersion.parse("3.1.6")),
            JujuFeature.EXEC_SERVICE_CONTEXT.isIn(JujuVersion.parse("3.2.0")),
            JujuFeature.EXEC_SERVICE_CONTEXT.isIn(JujuVersion.parse("3.2.1"))));
  }
}
