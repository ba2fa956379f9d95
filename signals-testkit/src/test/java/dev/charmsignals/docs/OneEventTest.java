package dev.charmsignals.docs;

import static dev.charmsignals.model.Status.active;
import static dev.charmsignals.model.Status.waiting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.RelationEvent;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.Outcome;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.Transition;
import dev.charmsignals.testkit.command.WorkloadStatus;
import dev.charmsignals.testkit.state.Event;
import dev.charmsignals.testkit.state.RelationState;
import dev.charmsignals.testkit.state.WorldState;
import dev.charmsignals.testkit.world.ImpossibleWorldException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the page about testing a charm shows. */
class OneEventTest {

  private static final String METADATA =
      """
      name: web
      requires:
        database: {interface: pgsql}
      """;

  /** Waits for its database and tells it who asks. */
  static final class Web extends Charm {

    Web(CharmContext context) {
      super(context);
      observe(on().start(), event -> unit().setStatus(waiting("for a database")));
      observe(on().relation("database").changed(), this::onDatabase);
    }

    private void onDatabase(RelationEvent.Changed event) {
      String host = event.relation().applicationBag().getOrDefault("host", "");
      if (host.isEmpty()) {
        return;
      }
      event.relation().ownUnitBag().put("user", unit().name().value());
      unit().setStatus(active("at " + host));
    }
  }

  // region transition
  private final Transition web = Transition.of(CharmUnderTest.inProcess(Web::new, METADATA));

  @Test
  void goesToWorkWhenThereIsADatabase() {
    WorldState before =
        web.state()
            .unitStatus(new WorkloadStatus("waiting", "for a database"))
            .relation(
                RelationState.to("database", "postgresql")
                    .remoteUnit("postgresql/0")
                    .remoteApplication(Map.of("host", "10.0.0.7")));

    Outcome outcome = web.run(Event.relationChanged("database"), before);

    assertEquals(new WorkloadStatus("active", "at 10.0.0.7"), outcome.state().unitStatus());
    assertEquals(
        Map.of("user", "web/0"), outcome.state().relation("database").orElseThrow().localUnitBag());
  }

  // endregion

  // region impossible
  @Test
  void saysEverythingThatIsWrongWithAState() {
    WorldState state =
        web.state()
            .config("colour", "red")
            .relation(RelationState.to("database", "postgresql").remoteUnit("mysql/0"));

    assertEquals(
        List.of(
            "The charm declares no config option \"colour\"; it declares []",
            "\"mysql/0\" is no unit of \"postgresql\", such as \"postgresql/1\", so it is not in"
                + " relation \"database:0\"",
            "Event \"relation-joined database postgresql/0\" is about \"postgresql/0\", which is not"
                + " in relation \"database:0\"; there are [mysql/0]"),
        assertThrows(
                ImpossibleWorldException.class,
                () -> web.run(Event.relationJoined("database", "postgresql/0"), state))
            .complaints());
  }

  // endregion

  private static final String VAULT =
      """
      name: vault
      provides:
        credentials: {interface: credentials}
      """;

  private static final String READER =
      """
      name: reader
      requires:
        credentials: {interface: credentials}
      """;

  // region secrets
  @SimulatedJujuTest
  void hearsOfANewPasswordWhenTheOldOneIsRotated(SimulatedJuju juju) {
    juju.deploy(
        "vault",
        CharmUnderTest.scripted(
            VAULT,
            hook -> {
              if (hook.is("credentials-relation-created")) {
                String uri = hook.text("secret-add", "--rotate=monthly", "password=first");
                hook.text("secret-grant", uri);
                hook.setForApplication("secret", uri);
              }
              if (hook.is("secret-rotate")) {
                String uri = hook.environment().getOrDefault("JUJU_SECRET_ID", "");
                hook.text("secret-set", uri, "password=second");
              }
            }));
    juju.deploy(
        "reader",
        CharmUnderTest.scripted(
            READER,
            hook -> {
              if (hook.is("credentials-relation-changed")) {
                String uri = hook.getFromApplication("secret");
                hook.setState("password", hook.text("secret-get", uri, "password"));
              }
              if (hook.is("secret-changed")) {
                String uri = hook.environment().getOrDefault("JUJU_SECRET_ID", "");
                hook.setState("password", hook.text("secret-get", uri, "--refresh", "password"));
              }
            }));
    juju.integrate("vault", "reader");
    juju.settle();
    assertEquals(Map.of("password", "first"), juju.unit("reader/0").state());

    juju.advance(Duration.ofDays(32));
    juju.settle();

    assertEquals(Map.of("password", "second"), juju.unit("reader/0").state());
  }

  // endregion
}
