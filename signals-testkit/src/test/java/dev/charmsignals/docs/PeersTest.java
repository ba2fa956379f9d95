package dev.charmsignals.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.bus.SignalEvent;
import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.signal.ObjectSignals;
import dev.charmsignals.signal.Signal;
import dev.charmsignals.signal.SignalSource;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import java.util.List;

/** What the page on emitting says of the units of one application. */
class PeersTest {

  private static final CharmUnderTest MEMBER =
      CharmUnderTest.inProcess(
          Member::new,
          """
          name: cluster
          peers:
            members: {interface: cluster-members}
          """);

  record Started() implements Signal {}

  static final class MemberSignals extends ObjectSignals {
    final SignalSource<Started> started = source(Started.class);
  }

  static final class Member extends Charm {

    // region peers
    private final MemberSignals others = signals(new MemberSignals(), "members");

    Member(CharmContext context) {
      super(context);
      observe(on().start(), event -> others.started.emit(new Started()));
      observe(others.started, this::onStarted);
    }

    // endregion

    private void onStarted(SignalEvent<Started> event) {
      state().put("heard", state().get("heard").orElse("") + event.emitter() + "\n");
    }
  }

  @SimulatedJujuTest(seeds = 3)
  void hearEachOtherAndNotThemselvesThoughNobodyLeads(SimulatedJuju juju) {
    juju.deploy("cluster", MEMBER).scale(3);
    juju.settle();
    juju.application("cluster").noLeader();

    juju.unit("cluster/1").reboot();
    juju.settle();

    assertEquals(List.of("cluster/1", "cluster/1", "cluster/2"), heard(juju, "cluster/0"));
    assertEquals(List.of("cluster/0", "cluster/2"), heard(juju, "cluster/1"));
    assertEquals(List.of("cluster/0", "cluster/1", "cluster/1"), heard(juju, "cluster/2"));
  }

  private static List<String> heard(SimulatedJuju juju, String unit) {
    return juju.unit(unit).state().get("heard").lines().sorted().toList();
  }
}
