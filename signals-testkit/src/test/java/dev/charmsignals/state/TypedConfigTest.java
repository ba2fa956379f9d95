package dev.charmsignals.state;

import static dev.charmsignals.model.Status.active;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.model.UnknownOptionException;
import dev.charmsignals.record.InvalidRecordException;
import dev.charmsignals.secret.SecretRef;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedApplication;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedUnit;
import dev.charmsignals.testkit.command.WorkloadStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Config as a record. */
class TypedConfigTest {

  enum LogLevel {
    DEBUG,
    INFO
  }

  record Settings(
      int port,
      double share,
      boolean tls,
      LogLevel logLevel,
      Optional<String> motto,
      Optional<SecretRef> password) {

    Settings {
      if (port < 1024) {
        throw new IllegalArgumentException("port must be at least 1024, not " + port);
      }
    }
  }

  record Misspelt(int prot) {}

  private static final String OPTIONS =
      """
      options:
        port: {type: int, default: 8080}
        share: {type: float, default: 1.0}
        tls: {type: boolean, default: true}
        log-level: {type: string, default: info}
        motto: {type: string}
        password: {type: secret}
      """;

  private final List<Object> seen = new ArrayList<>();

  private final class Configured extends Charm {

    Configured(CharmContext context) {
      super(context);
      observe(
          on().configChanged(),
          event -> {
            state().put("looked", "yes");
            Optional<Settings> settings = config().loadOrBlock(Settings.class);
            if (settings.isEmpty()) {
              return;
            }
            seen.add(settings.get());
          });
      observe(on().configChanged(), event -> unit().setStatus(active()));
      observe(
          on().updateStatus(),
          event -> {
            try {
              seen.add(config().load(Misspelt.class));
            } catch (UnknownOptionException e) {
              seen.add(e.nearest());
            }
            try {
              seen.add(config().load(Settings.class));
            } catch (InvalidRecordException e) {
              seen.add(e.getMessage());
            }
          });
    }
  }

  private SimulatedApplication deployed(SimulatedJuju juju) {
    return juju.deploy("a", CharmUnderTest.inProcess(Configured::new, "name: a", OPTIONS));
  }

  @SimulatedJujuTest
  void isLoadedWithItsDefaults(SimulatedJuju juju) {
    deployed(juju);
    juju.settle();

    assertEquals(
        List.of(new Settings(8080, 1.0, true, LogLevel.INFO, Optional.empty(), Optional.empty())),
        seen);
    assertEquals(new WorkloadStatus("active", ""), juju.unit("a/0").status());
  }

  @SimulatedJujuTest
  void isLoadedAsTheOperatorSetsIt(SimulatedJuju juju) {
    SimulatedApplication application = deployed(juju);
    juju.settle();
    seen.clear();

    application
        .config("port", 9090)
        .config("share", 0.5)
        .config("log-level", "debug")
        .config("motto", "hi")
        .config("password", "secret:9m4e2mr0ui3e8a215n4g");
    juju.settle();

    assertEquals(
        List.of(
            new Settings(
                9090,
                0.5,
                true,
                LogLevel.DEBUG,
                Optional.of("hi"),
                Optional.of(new SecretRef("secret:9m4e2mr0ui3e8a215n4g")))),
        seen);
  }

  @SimulatedJujuTest
  void blocksTheUnitWhereItIsWrongAndCommitsTheRest(SimulatedJuju juju) {
    SimulatedApplication application = deployed(juju);
    juju.settle();
    SimulatedUnit unit = juju.unit("a/0");

    application.config("log-level", "loud");
    juju.settle();
    WorkloadStatus ofAType = unit.status();
    application.config("log-level", "info").config("port", 80);
    juju.settle();
    WorkloadStatus ofARange = unit.status();
    application.config("port", 8080);
    juju.settle();

    assertEquals(
        List.of(
            new WorkloadStatus("blocked", "config: log-level is not one of debug, info"),
            new WorkloadStatus("blocked", "config: port must be at least 1024, not 80"),
            new WorkloadStatus("active", "")),
        List.of(ofAType, ofARange, unit.status()));
    assertEquals(Map.of("looked", "yes"), unit.state());
  }

  @SimulatedJujuTest
  void namesTheOptionThatWasMeantAndEverythingThatIsWrong(SimulatedJuju juju) {
    deployed(juju).config("log-level", "loud").config("password", "secret:9m4e2mr0ui3e8a215n4g");
    juju.settle();
    seen.clear();

    juju.unit("a/0").updateStatus().run("update-status");

    assertEquals(
        List.of(
            Optional.of("port"),
            "Config does not fit Settings:\n"
                + "- log-level is not one of debug, info\n"
                + "Let loadOrBlock tell the operator"),
        seen);
  }
}
