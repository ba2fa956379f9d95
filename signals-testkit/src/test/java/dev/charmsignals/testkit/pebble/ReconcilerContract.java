package dev.charmsignals.testkit.pebble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.pebble.Check;
import dev.charmsignals.pebble.FileOptions;
import dev.charmsignals.pebble.Layer;
import dev.charmsignals.pebble.LogTarget;
import dev.charmsignals.pebble.Plan;
import dev.charmsignals.pebble.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the reconciler's service component makes of a container. */
interface ReconcilerContract extends PebbleContract {

  private ReconciledCharm connected(Path directory) throws IOException {
    return new ReconciledCharm(directory).connect(client().socket());
  }

  private static Layer running(String name) {
    return Layer.empty()
        .service(name, Service.replacing("sleep 1000").enabled().environment("LEVEL", "info"));
  }

  private Set<String> changes() {
    return client().changes().all().stream().map(change -> change.id()).collect(Collectors.toSet());
  }

  private Optional<Instant> since(String service) {
    return client().services().find(service).orElseThrow().since();
  }

  @Test
  default void componentRunsItsServiceAndLeavesItAloneAfterwards(@TempDir Path directory)
      throws IOException {
    ReconciledCharm charm = connected(directory).layer(running("reconciled"));

    assertEquals("active ", charm.reconcile());
    assertTrue(client().services().isRunning("reconciled"));

    Set<String> before = changes();
    assertEquals("active ", charm.reconcile());
    assertEquals(before, changes());
  }

  @Test
  default void componentWaitsForAServiceThatDoesNotStart(@TempDir Path directory)
      throws IOException {
    ReconciledCharm charm =
        connected(directory)
            .layer(Layer.empty().service("broken", Service.replacing("sh -c 'exit 7'").enabled()));

    assertEquals(
        "waiting [service] Waiting for Pebble services (broken).  If this persists, it could be a"
            + " blocking configuration error.",
        charm.reconcile());
    assertTrue(charm.log().contains("A service in container workload does not start"));

    // Others that share this Pebble replan, too.
    charm.layer(Layer.empty().service("broken", Service.replacing("sh -c 'exit 7'").disabled()));
    charm.reconcile();
  }

  @Test
  default void correction14WaitsForTheServicesOfItsLayerOnly(@TempDir Path directory)
      throws IOException {
    // D: the original waits for every service of the container.
    client()
        .layers()
        .combine("foreign", Layer.empty().service("foreign", Service.replacing("sleep 1000")));
    ReconciledCharm charm = connected(directory).layer(running("own"));

    assertEquals("active ", charm.reconcile());
  }

  @Test
  default void correction14RestartsItsServicesWhenAFileHasChanged(@TempDir Path directory)
      throws IOException {
    // D: the original does not look whether files have changed.
    String path = path("made/for/configured.conf");
    ReconciledCharm charm = connected(directory).layer(running("configured")).file(path, "one");
    assertEquals("active ", charm.reconcile());
    assertEquals("one", client().files().pull(path));
    Optional<Instant> first = since("configured");

    charm.reconcile();
    assertEquals(first, since("configured"));

    charm.file(path, "two").reconcile();
    assertEquals("two", client().files().pull(path));
    assertNotEquals(first, since("configured"));
  }

  @Test
  default void componentAppliesAChangedCheckAndLogTarget(@TempDir Path directory)
      throws IOException {
    Layer layer =
        running("watched")
            .check("watching", Check.tcp(1).period(Duration.ofMinutes(90)).disabled())
            .logTarget("kept", LogTarget.loki("http://localhost:1/one").services("watched"));
    ReconciledCharm charm = connected(directory).layer(layer);
    assertEquals("active ", charm.reconcile());
    Optional<Instant> first = since("watched");

    charm
        .layer(
            layer
                .check("watching", Check.tcp(1).period(Duration.ofMinutes(91)).disabled())
                .logTarget("kept", LogTarget.loki("http://localhost:1/two").services("watched")))
        .reconcile();

    Plan plan = client().layers().plan();
    assertEquals(Optional.of(Duration.ofMinutes(91)), plan.checks().get("watching").period());
    assertEquals(
        Optional.of("http://localhost:1/two"), plan.logTargets().get("kept").field("location"));
    assertEquals(first, since("watched"));

    Set<String> before = changes();
    charm.reconcile();
    assertEquals(before, changes());
  }

  @Test
  default void componentAddsALayerOfNothingButChecks(@TempDir Path directory) throws IOException {
    ReconciledCharm charm =
        connected(directory)
            .layer(
                Layer.empty().check("alone", Check.tcp(1).period(Duration.ofHours(1)).disabled()));

    assertEquals("active ", charm.reconcile());
    assertEquals(
        Optional.of(Duration.ofHours(1)), client().layers().plan().checks().get("alone").period());
  }

  @Test
  default void componentCorrectsThePermissionsOfAFileThatHasItsText(@TempDir Path directory)
      throws IOException {
    String path = path("secret.conf");
    ReconciledCharm charm = connected(directory).layer(running("secretive")).file(path, "one");
    charm.reconcile();
    assertEquals(0644, client().files().find(path).orElseThrow().permissions());

    charm.file(path, "one", FileOptions.usual().mode(0600)).reconcile();
    assertEquals(0600, client().files().find(path).orElseThrow().permissions());
  }

  @Test
  default void componentWaitsForItsContainer(@TempDir Path directory) throws IOException {
    ReconciledCharm charm = new ReconciledCharm(directory).layer(running("never"));

    assertEquals("waiting [service] Waiting for Pebble to be ready.", charm.reconcile());
    assertTrue(
        charm.log().contains("Container workload not ready - cannot configure unit."), charm::log);
    assertEquals(List.of(), client().services().list("never"));
  }
}
