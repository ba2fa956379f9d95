package dev.charmsignals.testkit.pebble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.pebble.Change;
import dev.charmsignals.pebble.Layer;
import dev.charmsignals.pebble.PebbleApiException;
import dev.charmsignals.pebble.PebbleChangeException;
import dev.charmsignals.pebble.PebbleTimeoutException;
import dev.charmsignals.pebble.Service;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How services are started and stopped. */
interface ServicesContract extends PebbleContract {

  private void plan(String name, Service service) {
    client().layers().combine(name, Layer.empty().service(name, service));
  }

  @Test
  default void startsAndStopsAService() {
    plan("simple", Service.replacing("sleep 1000"));
    assertEquals("inactive", client().services().find("simple").orElseThrow().current());

    Change start = client().services().start("simple");
    assertEquals(List.of("start", "Done"), List.of(start.kind(), start.status()));
    assertEquals("start", start.tasks().get(0).kind());
    assertTrue(client().services().isRunning("simple"));
    assertTrue(client().services().find("simple").orElseThrow().since().isPresent());
    client().services().signal("SIGCONT", "simple");

    client().services().stop("simple");
    assertEquals("inactive", client().services().find("simple").orElseThrow().current());
    assertEquals("Done", client().services().stop("simple").status());
  }

  @Test
  default void startsWhatAServiceRequires() {
    client()
        .layers()
        .combine(
            "pair",
            Layer.empty()
                .service("front", Service.replacing("sleep 1000").requires("back").after("back"))
                .service("back", Service.replacing("sleep 1000")));

    client().services().start("front");
    assertTrue(client().services().isRunning("back"));

    client().services().stop("back");
    assertFalse(client().services().isRunning("front"));
  }

  @Test
  default void replansWhatHasChangedOnly() {
    plan("replanned", Service.replacing("sleep 1000").enabled());
    client().services().replan();
    var first = client().services().find("replanned").orElseThrow();
    assertTrue(first.isRunning());

    client().services().replan();
    assertEquals(Optional.of(first), client().services().find("replanned"));

    plan("replanned", Service.replacing("sleep 1001").enabled());
    client().services().replan();
    var second = client().services().find("replanned").orElseThrow();
    assertTrue(second.since().orElseThrow().isAfter(first.since().orElseThrow()));

    client().services().restart("replanned");
    var third = client().services().find("replanned").orElseThrow();
    assertTrue(third.since().orElseThrow().isAfter(second.since().orElseThrow()));
    plan("replanned", Service.replacing("sleep 1001").disabled());
    client().services().stop("replanned");
  }

  @Test
  default void tellsWhyAServiceDidNotStayUp() {
    plan("brief", Service.replacing("sh -c 'exit 7'").onFailure("ignore"));

    var failure =
        assertThrows(PebbleChangeException.class, () -> client().services().start("brief"));

    assertTrue(failure.error().contains("exited quickly with code 7"), failure.error());
    assertEquals("Error", failure.change().status());
    assertFalse(failure.change().tasks().get(0).log().isEmpty());
    assertTrue(failure.getMessage().contains("----- Logs from task 0 -----"));
  }

  @Test
  default void refusesToStartAServiceThatThereIsNot() {
    var failure = assertThrows(PebbleApiException.class, () -> client().services().start("nobody"));

    assertEquals(400, failure.statusCode());
    assertEquals("cannot start services: service \"nobody\" does not exist", failure.reason());
    assertEquals(List.of(), client().services().list("nobody"));
  }

  @Test
  default void refusesASignalToWhatDoesNotRun() {
    plan("quiet", Service.replacing("sleep 1000"));

    var failure =
        assertThrows(PebbleApiException.class, () -> client().services().signal("SIGHUP", "quiet"));

    assertEquals(500, failure.statusCode());
    assertTrue(failure.reason().contains("service is not running"), failure.reason());
  }

  @Test
  default void waitsForAChangeOnlySoLong() {
    plan("slow", Service.replacing("sleep 1000"));

    assertThrows(
        PebbleTimeoutException.class,
        () -> client().services().within(Duration.ofMillis(1)).start("slow"));

    Change going =
        client().changes().inProgress().stream()
            .filter(change -> change.summary().contains("slow"))
            .findFirst()
            .orElseThrow();
    assertTrue(client().changes().await(going.id(), Duration.ofSeconds(10)).ready());
    assertTrue(client().services().isRunning("slow"));
  }

  @Test
  default void knowsNoChangeThatThereIsNot() {
    var failure = assertThrows(PebbleApiException.class, () -> client().changes().get("99999"));

    assertEquals(404, failure.statusCode());
  }
}
