package dev.charmsignals.state;

import static dev.charmsignals.model.Status.active;
import static dev.charmsignals.model.Status.blocked;
import static dev.charmsignals.model.Status.waiting;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.model.Relation;
import dev.charmsignals.record.LoadResult;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.command.WorkloadStatus;
import dev.charmsignals.testkit.world.HookRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records in databags, between two charms. */
class TypedBagTest {

  record Request(String database, int connections, Optional<String> extra) {}

  /** Asks for a database, as its config says. */
  static final class Client extends Charm {

    Client(CharmContext context) {
      super(context);
      observe(on().relation("db").created(), event -> ask(event.relation()));
      observe(on().configChanged(), event -> relations("db").forEach(this::ask));
    }

    private void ask(Relation relation) {
      relation
          .ownUnitBag()
          .save(
              new Request(
                  "shop",
                  Math.toIntExact(config().integer("connections").orElse(1L)),
                  config().string("extra")));
    }
  }

  /** Shows what it was asked for. */
  static final class Server extends Charm {

    Server(CharmContext context) {
      super(context);
      observe(
          on().relation("db").changed(),
          event -> {
            LoadResult<Request> request =
                event.relation().unitBag(event.unit().orElseThrow()).read(Request.class);
            unit()
                .setStatus(
                    request.fold(
                        asked ->
                            active(asked.database() + " " + asked.connections() + asked.extra()),
                        errors ->
                            blocked(
                                String.join("; ", errors.stream().map(Object::toString).toList())),
                        () -> waiting("nothing asked yet")));
          });
    }
  }

  private static final CharmUnderTest SERVER =
      CharmUnderTest.inProcess(Server::new, "name: server\nprovides:\n  db: {interface: database}");

  private static final CharmUnderTest CLIENT =
      CharmUnderTest.inProcess(
          Client::new,
          "name: client\nrequires:\n  db: {interface: database}",
          """
          options:
            connections: {type: int, default: 5}
            extra: {type: string}
          """);

  private static void related(SimulatedJuju juju, CharmUnderTest client) {
    juju.deploy("server", SERVER);
    juju.deploy("client", client);
    juju.integrate("server:db", "client:db");
    juju.settle();
  }

  private static WorkloadStatus shown(SimulatedJuju juju) {
    return juju.unit("server/0").status();
  }

  @SimulatedJujuTest
  void crossTheRelationAsJsonPerKey(SimulatedJuju juju) {
    related(juju, CLIENT);

    assertEquals(new WorkloadStatus("active", "shop 5Optional.empty"), shown(juju));
    Map<String, String> bag = juju.relation(0).bag("client/0");
    assertEquals(
        List.of("\"shop\"", "5", "absent"),
        List.of(
            bag.getOrDefault("database", "absent"),
            bag.getOrDefault("connections", "absent"),
            bag.getOrDefault("extra", "absent")));
  }

  @SimulatedJujuTest
  void writeOnlyWhatChangedAndTakeAwayWhatIsAbsent(SimulatedJuju juju) {
    related(juju, CLIENT);
    juju.application("client").config("extra", "x");
    juju.settle();
    WorkloadStatus withExtra = shown(juju);

    juju.application("client").resetConfig("extra");
    HookRecord hook = juju.unit("client/0").run("config-changed");
    juju.settle();

    assertEquals(new WorkloadStatus("active", "shop 5Optional[x]"), withExtra);
    assertEquals(1, hook.changes().size(), hook.changes().toString());
    assertEquals(new WorkloadStatus("active", "shop 5Optional.empty"), shown(juju));
  }

  @SimulatedJujuTest
  void writeNothingWhereNothingChanged(SimulatedJuju juju) {
    related(juju, CLIENT);

    HookRecord configChanged =
        juju.unit("client/0").hooks().stream()
            .filter(hook -> hook.hook().name().equals("config-changed"))
            .findFirst()
            .orElseThrow();

    assertEquals(List.of(), configChanged.changes());
  }

  @SimulatedJujuTest
  void tellWithoutAThrowWhatARemoteWroteWrong(SimulatedJuju juju) {
    related(
        juju,
        CharmUnderTest.scripted(
            "name: client\nrequires:\n  db: {interface: database}",
            hook -> {
              if (hook.is("db-relation-created")) {
                hook.run("relation-set", "database=hunter2", "connections=\"hunter2\"");
              }
            }));

    assertEquals(
        new WorkloadStatus(
            "blocked",
            "database is not JSON, in which a string has quotes; connections is not a whole number"
                + " from -2147483648 to 2147483647, but a string"),
        shown(juju));
  }

  @SimulatedJujuTest
  void areToldFromABagThatHoldsNothingOfThemYet(SimulatedJuju juju) {
    related(
        juju,
        CharmUnderTest.scripted(
            "name: client\nrequires:\n  db: {interface: database}", hook -> {}));

    assertEquals(new WorkloadStatus("waiting", "nothing asked yet"), shown(juju));
  }
}
