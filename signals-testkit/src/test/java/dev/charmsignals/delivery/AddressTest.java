package dev.charmsignals.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.world.Change;
import java.util.List;

/** Signals to a charm that also writes to its bag itself, in every hook. */
class AddressTest {

  /** Says where it is whenever it hears something. */
  private static final class Addressed extends Charm {

    private final Speech listen = signals(new Speech(), "listen");

    Addressed(CharmContext context) {
      super(context);
      observe(listen.shout, event -> {});
      observe(
          on().relation("listen").changed(),
          event ->
              event.relation().ownUnitBag().put("room", config().string("say").orElse("") + "1"));
    }
  }

  /** Every write wakes every unit on the other side. */
  @SimulatedJujuTest(seeds = 3)
  void acknowledgesEarlyOnlyWhereItsBagChangesAnyway(SimulatedJuju juju) {
    juju.deploy("a", Gossip.charm(new Gossip.Diary()));
    juju.deploy("b", CharmUnderTest.inProcess(Addressed::new, Gossip.METADATA));
    juju.integrate("a:talk", "b:listen");
    juju.settle();
    Gossip.say(juju, "1 shout:one");
    int before = juju.hooks().size();
    Gossip.say(juju, "2 shout:two");
    juju.application("b").config("say", "moved to ");
    Gossip.say(juju, "3 shout:three");

    assertEquals(
        List.of("room", "signals-ack"),
        juju.hooks().stream()
            .skip(before)
            .filter(hook -> hook.unit().equals("b/0"))
            .flatMap(hook -> hook.changes().stream())
            .filter(change -> change.where().startsWith("listen:"))
            .map(Change::key)
            .toList());
  }
}
