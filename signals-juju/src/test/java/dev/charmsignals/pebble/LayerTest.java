package dev.charmsignals.pebble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LayerTest {

  @Test
  void becomesJsonUnderPebblesNames() {
    Layer layer =
        Layer.empty()
            .summary("web")
            .service(
                "web",
                Service.replacing("web --port 80")
                    .enabled()
                    .environment("A", "\"x\"")
                    .after("db")
                    .onCheckFailure("up", "restart")
                    .killDelay(Duration.ofSeconds(2)))
            .check("up", Check.tcp(80).ready().threshold(2))
            .logTarget("loki", LogTarget.loki("http://loki/push").label("unit", "web/0"));

    assertEquals(
        """
        {"summary":"web","services":{"web":{"override":"replace","command":"web --port 80",\
        "startup":"enabled","environment":{"A":"\\"x\\""},"after":["db"],\
        "on-check-failure":{"up":"restart"},"kill-delay":"2000ms"}},\
        "checks":{"up":{"override":"replace","tcp":{"port":80},"level":"ready","threshold":2}},\
        "log-targets":{"loki":{"override":"replace","type":"loki","location":"http://loki/push",\
        "services":["all"],"labels":{"unit":"web/0"}}}}\
        """,
        layer.json());
  }

  /** A Pebble from before log targets refuses a layer that has a section for them. */
  @Test
  void saysNothingOfWhatThereIsNone() {
    assertEquals(
        "{\"services\":{\"web\":{\"override\":\"replace\",\"command\":\"web\"}}}",
        Layer.empty().service("web", Service.replacing("web")).json());
    assertEquals("{}", Layer.empty().json());
  }

  @Test
  void showsNoValues() {
    Service service = Service.replacing("web").environment("PASSWORD", "hunter2");

    assertEquals("Service[override, command, environment]", service.toString());
  }

  @Test
  void keepsWhatANewerPebbleHas() {
    Plan plan =
        Plan.parse(
            """
            services:
                web:
                    command: web --x "a b"
                    startup: enabled
                    override: replace
                    backoff-factor: 2.5
                    novelty:
                        - deep: true
                    environment:
                        ON: "on"
                        PORT: "8080"
                        EMPTY: ""
                        NONE: null
            checks: {}
            """);

    Service web = plan.services().get("web");
    assertEquals(
        Map.of("ON", "on", "PORT", "8080", "EMPTY", ""),
        Map.of(
            "ON", web.environment().get("ON"),
            "PORT", web.environment().get("PORT"),
            "EMPTY", web.environment().get("EMPTY")));
    assertEquals(List.of(Map.of("deep", true)), web.fields().get("novelty"));
    assertEquals(Optional.of("2.5"), web.field("backoff-factor"));
    assertEquals(Map.of(), plan.checks());
  }

  @Test
  void readsAPlanOfNothing() {
    assertEquals(new Plan(Map.of(), Map.of(), Map.of()), Plan.parse("{}\n"));
  }

  @Test
  void refusesAPlanThatIsNone() {
    assertThrows(PebbleProtocolException.class, () -> Plan.parse("services: [\n"));
    assertThrows(PebbleProtocolException.class, () -> Plan.parse("services: {web: 7}\n"));
  }
}
