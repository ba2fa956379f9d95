package dev.charmsignals.testkit.pebble;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.pebble.Check;
import dev.charmsignals.pebble.CheckInfo;
import dev.charmsignals.pebble.Layer;
import dev.charmsignals.pebble.NoticeQuery;
import dev.charmsignals.pebble.PebbleApiException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How health checks are told. */
interface ChecksContract extends PebbleContract {

  private void plan(String name, Check check) {
    client().layers().combine(name, Layer.empty().check(name, check));
  }

  private CheckInfo check(String name) {
    return client().checks().find(name).orElseThrow();
  }

  @Test
  default void turnsDownACheckThatFailsTooOften() {
    plan("fine", Check.exec("true").alive().period(Duration.ofMinutes(5)));
    plan("bad", Check.exec("sleep x").ready().period(Duration.ofMillis(50)).threshold(2));
    assertTrue(client().isHealthy("alive"));

    pebble().failCheck("bad");

    await("the check is down").until(() -> check("bad").status().equals("down"));
    CheckInfo bad = check("bad");
    assertTrue(bad.failures() >= 2);
    assertEquals(2, bad.threshold());
    assertFalse(bad.isUp());
    assertTrue(check("fine").isUp());
    assertFalse(client().isHealthy("ready"));
    assertTrue(client().isHealthy("alive"));
    // What Juju makes a pebble-check-failed of.
    assertTrue(
        client().notices().list(NoticeQuery.all().types("change-update")).stream()
            .anyMatch(
                notice ->
                    notice.lastData().get("kind").equals("perform-check")
                        && notice.lastData().get("check-name").equals("bad")));
    client().checks().stop("bad");
  }

  @Test
  default void listsChecksByNameAndLevel() {
    plan("listed-b", Check.exec("true").period(Duration.ofMinutes(5)).threshold(7));
    plan("listed-a", Check.exec("true").alive().period(Duration.ofMinutes(5)));

    List<CheckInfo> listed = client().checks().list("listed-b", "listed-a", "nobody");

    assertEquals(List.of("listed-a", "listed-b"), listed.stream().map(CheckInfo::name).toList());
    assertEquals(Optional.of("alive"), listed.get(0).level());
    assertEquals(Optional.empty(), listed.get(1).level());
    assertEquals(7, listed.get(1).threshold());
    List<String> alive = client().checks().ofLevel("alive").stream().map(CheckInfo::name).toList();
    assertTrue(alive.contains("listed-a"));
    assertFalse(alive.contains("listed-b"));
  }

  @Test
  default void stopsStartsAndRefreshesACheck() {
    plan("stopped", Check.exec("true").period(Duration.ofMinutes(5)));

    assertEquals(List.of("stopped"), client().checks().stop("stopped"));
    assertEquals(List.of(), client().checks().stop("stopped"));
    assertEquals("inactive", check("stopped").status());

    assertEquals(List.of("stopped"), client().checks().start("stopped"));
    assertTrue(check("stopped").isUp());
    assertTrue(client().checks().refresh("stopped").isUp());
  }

  @Test
  default void refusesToStopACheckThatThereIsNot() {
    var failure = assertThrows(PebbleApiException.class, () -> client().checks().stop("nobody"));

    assertEquals(400, failure.statusCode());
  }
}
