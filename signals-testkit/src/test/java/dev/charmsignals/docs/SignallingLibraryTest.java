package dev.charmsignals.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.bus.SignalEvent;
import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.model.CharmState;
import dev.charmsignals.signal.ObjectSignals;
import dev.charmsignals.signal.Signal;
import dev.charmsignals.signal.SignalSource;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;

/** What the page on own events shows of a library that signals. */
class SignallingLibraryTest {

  private static CharmUnderTest worker(String section) {
    return CharmUnderTest.inProcess(
        Worker::new, "{name: worker, %s: {channel: {interface: load}}}".formatted(section));
  }

  @SimulatedJujuTest
  void tellsTheOtherSideWithoutHelpFromTheCharm(SimulatedJuju juju) {
    juju.deploy("one", worker("provides"));
    juju.deploy("other", worker("requires"));
    juju.integrate("one:channel", "other:channel");
    juju.settle();

    juju.unit("one/0").updateStatus();
    juju.settle();

    assertEquals("80", juju.unit("other/0").state().get("load-one/0"));
  }
}

// region library
record LoadChanged(int percent) implements Signal {}

final class LoadSignals extends ObjectSignals {
  final SignalSource<LoadChanged> changed = source(LoadChanged.class);
}

/** Tells the units on the other side how busy this one is, and keeps what they tell. */
final class Load {

  private final LoadSignals signals = new LoadSignals();
  private final CharmState state;

  Load(CharmContext context, String endpoint) {
    state = context.session().state();
    context.signals().bind(signals, endpoint);
    context
        .signals()
        .of(signals.changed.binding(), signals.changed.name())
        .observe(signals.changed, endpoint + "-load", this::onChanged);
  }

  void tell(int percent) {
    signals.changed.emit(new LoadChanged(percent));
  }

  private void onChanged(SignalEvent<LoadChanged> event) {
    state.put("load-" + event.emitter(), Integer.toString(event.signal().percent()));
  }
}

// endregion

final class Worker extends Charm {

  private final Load load = new Load(context(), "channel");

  Worker(CharmContext context) {
    super(context);
    observe(on().updateStatus(), event -> load.tell(80));
  }
}
