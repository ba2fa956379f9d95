package dev.charmsignals.reconciling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.pebble.Layer;
import dev.charmsignals.pebble.Service;
import dev.charmsignals.reconciler.PebbleService;
import dev.charmsignals.reconciler.Reconciler;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedContainer;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedUnit;
import dev.charmsignals.testkit.command.WorkloadStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** What becomes of services when runs are cut off, hooks fail, and containers are restarted. */
class PebbleServiceTest {

  private static final WorkloadStatus ACTIVE = new WorkloadStatus("active", "");
  private static final Service WEB = Service.replacing("web").enabled();
  private static final String CONFIGURATION = "/etc/web/web.conf";

  /** Every start, with what the configuration was then. */
  private final List<String> starts = new CopyOnWriteArrayList<>();

  private volatile boolean breaks;
  private String configuration = "one";
  private String otherPath = "/etc/web/other.conf";
  private Supplier<String> other = () -> "other";
  private Supplier<Layer> layer = () -> Layer.empty().service("web", WEB);

  private final class Web extends Charm {
    Web(CharmContext context) {
      super(context);
      Reconciler reconciler = new Reconciler(context);
      reconciler.add(
          new PebbleService("service", context, "workload", layer)
              .file(CONFIGURATION, () -> configuration)
              .file(otherPath, other));
      reconciler.installDefaultHandlers();
    }
  }

  private SimulatedUnit deploy(SimulatedJuju juju) {
    juju.automaticallyRetryHooks(false);
    juju.deployOnKubernetes(
        "app",
        CharmUnderTest.inProcess(
            Web::new,
            """
            name: app
            containers:
              workload: {}
            """));
    SimulatedUnit unit = juju.unit("app/0");
    Path root = container(unit).pebble().root();
    container(unit).pebble().onStart((service, command) -> start(root, service, command));
    juju.settle();
    assertEquals(ACTIVE, unit.status());
    return unit;
  }

  /** Deploys it, and leaves aside how its service was started at first. */
  private SimulatedUnit deployed(SimulatedJuju juju) {
    SimulatedUnit unit = deploy(juju);
    starts.clear();
    return unit;
  }

  private OptionalInt start(Path root, String service, String command) {
    if (breaks || command.equals("broken")) {
      starts.add(service + " breaks");
      return OptionalInt.of(1);
    }
    try {
      starts.add(service + " " + Files.readString(root.resolve(CONFIGURATION.substring(1))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return OptionalInt.empty();
  }

  private static SimulatedContainer container(SimulatedUnit unit) {
    return unit.container("workload");
  }

  private static void run(SimulatedUnit unit) {
    unit.updateStatus().run("update-status");
  }

  private static <T> Supplier<T> failing() {
    return () -> {
      throw new IllegalStateException("not to be had yet");
    };
  }

  @SimulatedJujuTest
  void startsItsServiceOnceAndLeavesItAlone(SimulatedJuju juju) {
    SimulatedUnit unit = deploy(juju);
    run(unit);

    assertEquals(List.of("web one"), List.copyOf(starts));
  }

  @SimulatedJujuTest
  void restartsWhenTheRunThatWroteAFileWasCutOff(SimulatedJuju juju) {
    SimulatedUnit unit = deployed(juju);
    configuration = "two";
    otherPath = CONFIGURATION + "/other.conf"; // which cannot be, below a file
    run(unit);
    assertNotEquals(ACTIVE, unit.status());
    assertEquals(List.of(), List.copyOf(starts));

    otherPath = "/etc/web/other.conf";
    run(unit);
    assertEquals(ACTIVE, unit.status());
    assertEquals(List.of("web two"), List.copyOf(starts));
  }

  @SimulatedJujuTest
  void restartsWhenALaterFileWasNotToBeHadAtFirst(SimulatedJuju juju) {
    SimulatedUnit unit = deployed(juju);
    configuration = "two";
    other = failing();
    run(unit);
    other = () -> "other";
    run(unit);

    assertEquals(ACTIVE, unit.status());
    assertEquals(List.of("web two"), List.copyOf(starts));
  }

  @SimulatedJujuTest
  void restartsWhenTheLayerWasNotToBeHadAtFirst(SimulatedJuju juju) {
    SimulatedUnit unit = deployed(juju);
    Supplier<Layer> known = layer;
    configuration = "two";
    layer = failing();
    run(unit);
    layer = known;
    run(unit);

    assertEquals(ACTIVE, unit.status());
    assertEquals(List.of("web two"), List.copyOf(starts));
  }

  @SimulatedJujuTest
  void replansWhenTheRunThatAddedTheLayerWasCutOff(SimulatedJuju juju) {
    SimulatedUnit unit = deployed(juju);
    layer = () -> Layer.empty().service("web", WEB.environment("LEVEL", "debug"));
    // As far as a run comes that is killed before it replans.
    container(unit).pebble().client().layers().combine("workload", layer.get());
    run(unit);

    assertEquals(ACTIVE, unit.status());
    assertEquals(List.of("web one"), List.copyOf(starts));
  }

  @SimulatedJujuTest
  void restartsThoughAnotherServiceDoesNotStart(SimulatedJuju juju) {
    SimulatedUnit unit = deployed(juju);
    configuration = "two";
    layer =
        () ->
            Layer.empty()
                .service("web", WEB)
                .service("another", Service.replacing("broken").enabled());
    run(unit);

    assertEquals(List.of("web two", "another breaks"), List.copyOf(starts));
  }

  @SimulatedJujuTest
  void startsInALaterRunWhatDidNotStartAtFirst(SimulatedJuju juju) {
    SimulatedUnit unit = deployed(juju);
    breaks = true;
    layer = () -> Layer.empty().service("web", WEB.environment("LEVEL", "debug"));
    run(unit);
    breaks = false;
    run(unit);

    assertEquals(ACTIVE, unit.status());
    assertEquals(List.of("web breaks", "web one"), List.copyOf(starts));
  }

  @SimulatedJujuTest
  void leavesOthersAloneWhileItTriesAServiceThatDoesNotStart(SimulatedJuju juju) {
    SimulatedUnit unit = deployed(juju);
    Service broken = Service.replacing("broken").enabled();
    layer = () -> Layer.empty().service("web", WEB).service("zone", broken);
    configuration = "two";
    run(unit);
    starts.clear();
    run(unit);
    run(unit);

    assertEquals(List.of("zone breaks", "zone breaks"), List.copyOf(starts));
    assertEquals(
        new WorkloadStatus(
            "waiting",
            "[service] Waiting for Pebble services (zone).  If this persists, it could be a"
                + " blocking configuration error."),
        unit.status());
  }

  @SimulatedJujuTest
  void restartsOnceTooOftenAfterAHookThatFailedAndNotAgain(SimulatedJuju juju) {
    SimulatedUnit unit = deployed(juju);
    configuration = "two";
    unit.failNext("update-status");
    run(unit);
    unit.resolve();
    run(unit);

    assertEquals(List.of("web two", "web two"), List.copyOf(starts));
  }

  @SimulatedJujuTest
  void restartsServicesOnceWhereNothingIsKept(SimulatedJuju juju) {
    SimulatedUnit unit = deployed(juju);
    unit.exec(
        hook -> {
          hook.run("state-delete", "charm-signals/.pebble-service/service/files");
          hook.run("state-delete", "charm-signals/.pebble-service/service/layer");
        });
    run(unit);
    run(unit);

    assertEquals(List.of("web one"), List.copyOf(starts));
  }

  @SimulatedJujuTest
  void startsEachServiceOnceInAContainerThatHasLostEverything(SimulatedJuju juju)
      throws IOException {
    SimulatedUnit unit = deployed(juju);
    Path root = container(unit).pebble().root();
    container(unit).disconnect();
    Files.delete(root.resolve(CONFIGURATION.substring(1)));
    container(unit).connect();
    juju.settle();
    run(unit);

    assertEquals(ACTIVE, unit.status());
    assertEquals(List.of("web one"), List.copyOf(starts));
  }

  @SimulatedJujuTest
  void startsWhatARunThatWasCutOffHasAddedToAContainerThatLostIt(SimulatedJuju juju) {
    SimulatedUnit unit = deployed(juju);
    container(unit).restart();
    // Again, as far as a run comes that is killed before it replans.
    container(unit).pebble().client().layers().combine("workload", layer.get());
    run(unit);

    assertEquals(ACTIVE, unit.status());
    assertEquals(List.of("web one"), List.copyOf(starts));
  }

  @SimulatedJujuTest
  void keepsHashesOfWhatMayBeSecret(SimulatedJuju juju) {
    SimulatedUnit unit = deployed(juju);

    assertEquals(
        List.of(
            "charm-signals/.pebble-service/service/files 64",
            "charm-signals/.pebble-service/service/layer 64"),
        unit.state().entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue().length())
            .sorted()
            .toList());
  }
}
