package dev.charmsignals.testkit.pebble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.pebble.Identity;
import dev.charmsignals.pebble.Pebble;
import dev.charmsignals.pebble.PebbleApiException;
import dev.charmsignals.pebble.PebbleConnectionException;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What a Pebble says about itself, and to whom. */
interface SystemContract extends PebbleContract {

  @Test
  default void tellsItsVersion() {
    assertTrue(client().systemInfo().version().startsWith("v"));
    assertTrue(client().canConnect());
  }

  @Test
  default void cannotBeReachedWhereNobodyListens() {
    Path nowhere = Path.of("/nonexistent/pebble.socket");

    var failure =
        assertThrows(PebbleConnectionException.class, () -> Pebble.at(nowhere).systemInfo());

    assertEquals(nowhere, failure.socket());
    assertFalse(Pebble.at(nowhere).canConnect());
  }

  @Test
  default void refusesALevelOfHealthThatThereIsNot() {
    var failure = assertThrows(PebbleApiException.class, () -> client().isHealthy("splendid"));

    assertEquals(400, failure.statusCode());
  }

  @Test
  default void keepsIdentitiesWithoutTellingTheirPasswords() {
    var identities = client().identities();
    identities.put(
        Map.of(
            "web", Identity.basic("metrics", "$6$salt$hash"), "alice", Identity.local("read", 42)));

    assertEquals(
        Map.of(
            "web",
            new Identity("metrics", OptionalInt.empty(), "*****"),
            "alice",
            Identity.local("read", 42)),
        identities.list());

    identities.put(Map.of("alice", Identity.local("read", 1000)));
    assertEquals(Identity.local("read", 1000), identities.list().get("alice"));

    identities.remove("web", "alice", "nobody");
    assertEquals(Map.of(), identities.list());
  }
}
