package dev.charmsignals.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.DeferrableEvent;
import dev.charmsignals.event.Delivery;
import dev.charmsignals.event.Emitted;
import dev.charmsignals.event.LiveEventSource;
import dev.charmsignals.event.ObjectEvents;
import dev.charmsignals.event.OwnEvent;
import dev.charmsignals.event.OwnEventSource;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Own events of which less is kept than they show. */
class LiveEventsTest {

  private final Map<String, String> passwords = new TreeMap<>(Map.of("ann", "old"));
  private final List<String> told = new ArrayList<>();

  record About(String user) implements OwnEvent {}

  record Changed(String user, String password, Delivery delivery) implements DeferrableEvent {}

  final class Users extends ObjectEvents {
    private final OwnEventSource<About> about = source("changed", About.class);

    LiveEventSource<About, Changed> changed() {
      return live(about, this::show);
    }

    private Changed show(Emitted<About> kept) {
      String user = kept.event().user();
      return new Changed(user, passwords.getOrDefault(user, "none"), kept.delivery());
    }
  }

  @SimulatedJujuTest
  void showWhatIsTheCaseWhenTheyComeAgainAndKeepNoneOfIt(SimulatedJuju juju) {
    SimulatedUnit unit = juju.deploy("a", OpenCharm.of(this::observe)).leader().orElseThrow();
    juju.settle();
    assertEquals(List.of("ann old", "ann old, unnamed"), told);
    assertFalse(unit.state().toString().contains("old"), "a password in charm state");

    passwords.put("ann", "new");
    unit.updateStatus();
    juju.settle();

    assertEquals(List.of("ann old", "ann old, unnamed", "ann new"), told);
  }

  private void observe(CharmContext context) {
    Users users = context.observers().bind(new Users(), "users");
    context
        .observers()
        .observe(
            users.changed(),
            "use",
            event -> {
              told.add(event.user() + " " + event.password());
              if (event.password().equals("old")) {
                event.defer();
              }
            });
    context
        .observers()
        .observe(
            users.changed(),
            event -> told.add(event.user() + " " + event.password() + ", unnamed"));
    context
        .observers()
        .observe(context.events().start(), event -> users.about.emit(new About("ann")));
  }
}
