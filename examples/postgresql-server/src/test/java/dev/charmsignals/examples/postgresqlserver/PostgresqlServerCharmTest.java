package dev.charmsignals.examples.postgresqlserver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.command.WorkloadStatus;
import dev.charmsignals.testkit.world.ActionResult;
import java.nio.file.Path;
import java.util.Map;

/** What it does without servers; what it does with them is tested in {@code together}. */
class PostgresqlServerCharmTest {

  private static void deploy(SimulatedJuju juju) {
    juju.deploy("server", CharmUnderTest.inProcess(PostgresqlServerCharm::new, Path.of("")));
    juju.settle();
  }

  private static WorkloadStatus status(SimulatedJuju juju) {
    return juju.unit("server/0").status();
  }

  private static void configure(SimulatedJuju juju, String servers) {
    juju.application("server")
        .config("servers", servers)
        .config(
            "administrator",
            juju.addSecret("administrator", Map.of("username", "postgres", "password", "secret"))
                .grant("server")
                .uri());
    juju.settle();
  }

  @SimulatedJujuTest
  void asksForServersAndAnAdministrator(SimulatedJuju juju) {
    deploy(juju);
    WorkloadStatus asking =
        new WorkloadStatus("blocked", "config: servers and administrator are needed");
    assertEquals(asking, status(juju));

    configure(juju, "10.0.0.1:x");

    assertEquals(asking, status(juju));
  }

  @SimulatedJujuTest
  void waitsForAPrimaryAndAnswersNobodyMeanwhile(SimulatedJuju juju) {
    deploy(juju);
    configure(juju, "127.0.0.1:1"); // where nobody listens

    ActionResult rotation = juju.unit("server/0").runAction("rotate-passwords");

    assertEquals(new WorkloadStatus("waiting", "for a primary"), status(juju));
    assertEquals(
        "passwords can be changed by the leader, while there is a primary", rotation.message());
  }
}
