package dev.charmsignals.testkit.pebble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.pebble.Check;
import dev.charmsignals.pebble.Layer;
import dev.charmsignals.pebble.LogTarget;
import dev.charmsignals.pebble.PebbleApiException;
import dev.charmsignals.pebble.Service;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How layers make a plan. */
interface LayersContract extends PebbleContract {

  @Test
  default void makesAPlanOfAService() {
    Service service =
        Service.replacing("sleep 1000")
            .summary("says \"zzz\": quietly")
            .disabled()
            .environment("PORT", "8080")
            .environment("TEXT", "a\nb: 'c' \u00e4 #")
            .onFailure("ignore")
            .killDelay(Duration.ofMillis(1500));
    client().layers().combine("planned", Layer.empty().service("planned", service));

    Service planned = client().layers().plan().services().get("planned");

    assertEquals(service.environment(), planned.environment());
    assertEquals(
        List.of("sleep 1000", "disabled", "says \"zzz\": quietly", "ignore", "1.5s"),
        List.of(
            planned.command().orElse(""),
            planned.startup().orElse(""),
            planned.field("summary").orElse(""),
            planned.field("on-failure").orElse(""),
            planned.field("kill-delay").orElse("")));
  }

  @Test
  default void mergesALayerIntoTheOneOfItsLabel() {
    client()
        .layers()
        .combine(
            "merged",
            Layer.empty()
                .service("merged", Service.replacing("sleep 1").environment("A", "1").after("x")));
    client()
        .layers()
        .combine(
            "merged",
            Layer.empty()
                .service("merged", Service.merging().command("sleep 2").environment("B", "2")));

    Service merged = client().layers().plan().services().get("merged");

    assertEquals(Optional.of("sleep 2"), merged.command());
    assertEquals(Map.of("A", "1", "B", "2"), merged.environment());
  }

  @Test
  default void replacesWhatTheSameLabelSaid() {
    var one = Service.replacing("sleep 1").environment("A", "1");
    var two = Service.replacing("sleep 2").environment("B", "2");
    client().layers().combine("replaced", Layer.empty().service("replaced", one));
    client().layers().combine("replaced", Layer.empty().service("replaced", two));

    assertEquals(
        Map.of("B", "2"), client().layers().plan().services().get("replaced").environment());
  }

  @Test
  default void refusesANewLayerWhoseLabelIsTaken() {
    client().layers().add("taken", Layer.empty());

    var failure =
        assertThrows(PebbleApiException.class, () -> client().layers().add("taken", Layer.empty()));

    assertEquals(
        "400 layer \"taken\" already exists", failure.statusCode() + " " + failure.reason());
  }

  @Test
  default void refusesAFieldThatThereIsNot() {
    var layer = Layer.empty().service("odd", Service.replacing("true").with("bogus", 1));

    var failure =
        assertThrows(PebbleApiException.class, () -> client().layers().combine("odd", layer));

    assertEquals(400, failure.statusCode());
    assertTrue(failure.reason().contains("field bogus not found"), failure.reason());
  }

  @Test
  default void refusesAServiceWithoutACommand() {
    var layer = Layer.empty().service("idle", Service.merging());

    var failure =
        assertThrows(PebbleApiException.class, () -> client().layers().combine("idle", layer));

    assertEquals(400, failure.statusCode());
  }

  @Test
  default void takesALayerAsYamlText() {
    client()
        .layers()
        .combine("text", "services:\n  text:\n    override: replace\n    command: sleep 3\n");

    assertEquals(Optional.of("sleep 3"), client().layers().plan().services().get("text").command());
  }

  @Test
  default void plansWhereLogsAreSentTo() {
    client()
        .layers()
        .combine(
            "logging",
            Layer.empty()
                .service("logged", Service.replacing("sleep 4"))
                .logTarget(
                    "loki",
                    LogTarget.loki("http://localhost:3100/push")
                        .services("logged")
                        .label("unit", "web/0")));

    LogTarget target = client().layers().plan().logTargets().get("loki");

    assertEquals(
        List.of("loki", "http://localhost:3100/push", "replace"),
        List.of(
            target.field("type").orElse(""),
            target.field("location").orElse(""),
            target.field("override").orElse("")));
    assertEquals(List.of("logged"), target.services());
    assertEquals(Map.of("unit", "web/0"), target.labels());
  }

  @Test
  default void plansAHealthCheckWithTheUsualThreshold() {
    client()
        .layers()
        .combine(
            "checking",
            Layer.empty()
                .check("planned", Check.tcp(1).alive().period(Duration.ofHours(1)).disabled()));

    Check check = client().layers().plan().checks().get("planned");

    assertEquals(Optional.of("alive"), check.level());
    assertEquals(Optional.of(Duration.ofHours(1)), check.period());
    assertEquals(Optional.of(3), check.threshold());
  }
}
