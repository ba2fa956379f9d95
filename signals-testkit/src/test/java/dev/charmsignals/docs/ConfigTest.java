package dev.charmsignals.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.model.Status;
import dev.charmsignals.secret.SecretRef;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.command.WorkloadStatus;
import java.util.Optional;

/** The code of docs/how-to/config.md. */
class ConfigTest {

  // region record
  enum LogLevel {
    DEBUG,
    INFO
  }

  record Settings(
      int port, LogLevel logLevel, Optional<String> motto, Optional<SecretRef> adminPassword) {

    Settings {
      if (port < 1024) {
        throw new IllegalArgumentException("port must be at least 1024, not " + port);
      }
    }
  }

  // endregion

  private static final String OPTIONS =
      """
      options:
        port: {type: int, default: 8080}
        log-level: {type: string, default: info}
        motto: {type: string}
        admin-password: {type: secret}
      """;

  static final class Web extends Charm {

    Web(CharmContext context) {
      super(context);
      observe(on().configChanged(), event -> configure());
      observe(on().updateStatus(), event -> show());
    }

    // region load
    private void configure() {
      Optional<Settings> settings = config().loadOrBlock(Settings.class);
      if (settings.isEmpty()) {
        return; // the unit is blocked, and says what is wrong
      }
      serve(settings.get());
    }

    // endregion

    private void serve(Settings settings) {
      unit().setStatus(Status.active("port " + settings.port()));
    }

    // region single
    private void show() {
      String motto = config().string("motto").orElse("");
      long port = config().integer("port").orElse(8080L);
      unit().setStatus(Status.active(motto + " on port " + port));
    }
    // endregion
  }

  @SimulatedJujuTest
  void tellsTheOperatorWhatIsWrong(SimulatedJuju juju) {
    juju.deploy("web", CharmUnderTest.inProcess(Web::new, "name: web", OPTIONS));
    juju.application("web").config("port", 80);
    juju.settle();
    WorkloadStatus wrong = juju.unit("web/0").status();
    juju.application("web").resetConfig("port");
    juju.settle();
    WorkloadStatus right = juju.unit("web/0").status();
    juju.unit("web/0").updateStatus().run("update-status");

    assertEquals(
        new WorkloadStatus("blocked", "config: port must be at least 1024, not 80"), wrong);
    assertEquals(new WorkloadStatus("active", "port 8080"), right);
    assertEquals(new WorkloadStatus("active", " on port 8080"), juju.unit("web/0").status());
  }
}
