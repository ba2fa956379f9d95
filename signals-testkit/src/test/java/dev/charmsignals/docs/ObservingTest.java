package dev.charmsignals.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.bus.GapEvent;
import dev.charmsignals.bus.ParkedEvent;
import dev.charmsignals.bus.SignalEvent;
import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.LifecycleEvent;
import dev.charmsignals.model.Status;
import dev.charmsignals.signal.ObjectSignals;
import dev.charmsignals.signal.Signal;
import dev.charmsignals.signal.SignalSource;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What the page on observing shows, and that it does what the page says. */
class ObservingTest {

  private static final String MIRROR =
      """
      name: mirror
      requires:
        channel: {interface: releases}
      """;

  private static final CharmUnderTest PUBLISHER =
      CharmUnderTest.inProcess(
          Publisher::new,
          """
          name: publisher
          provides:
            channel: {interface: releases}
          config:
            options:
              version: {type: string, default: ""}
          """);

  private final Shop shop = new Shop();

  @SimulatedJujuTest(seeds = 3)
  void waitsUntilItIsReadyAndThenGoesOnInOrder(SimulatedJuju juju) {
    publish(juju, List.of("1", "2"));
    assertEquals("waiting for a disk", juju.unit("mirror/0").status().message());

    shop.disk = true;
    juju.unit("mirror/0").updateStatus();
    juju.settle();

    assertEquals(List.of("1", "2"), shop.fetched);
  }

  @SimulatedJujuTest(seeds = 3)
  void parksWhatFailsTooOften(SimulatedJuju juju) {
    shop.disk = true;
    shop.orders = false;
    publish(juju, List.of("1"));
    for (int i = 0; i < 2; i++) {
      juju.unit("mirror/0").updateStatus();
      juju.settle();
    }

    assertEquals("1 signals of publisher/0 need a look", juju.unit("mirror/0").status().message());
  }

  private void publish(SimulatedJuju juju, List<String> versions) {
    juju.deploy("publisher", PUBLISHER);
    juju.deploy("mirror", CharmUnderTest.inProcess(context -> new Mirror(context, shop), MIRROR));
    juju.integrate("publisher:channel", "mirror:channel");
    juju.settle();
    for (String version : versions) {
      juju.application("publisher").config("version", version);
      juju.settle();
    }
  }
}

// region sources
final class Releases extends ObjectSignals {
  final SignalSource<Released> released = source(Released.class);
  final SignalSource<Ordered> ordered = source(Ordered.class).retryThenPark(3);
}

// endregion

record Released(String version) implements Signal {}

record Ordered(String version) implements Signal {}

/** Stands for what is outside Juju, and knows what it has been told before. */
final class Shop {
  final List<String> fetched = new ArrayList<>();
  boolean disk;
  boolean orders = true;

  void fetch(String version, String key) {
    fetched.add(version);
  }

  void order(String key) throws IOException {
    if (!orders) {
      throw new IOException("closed");
    }
  }
}

final class Mirror extends Charm {
  private final Releases publisher = signals(new Releases());
  private final Shop shop;

  Mirror(CharmContext context, Shop shop) {
    super(context);
    this.shop = shop;
    // region observe
    observe(publisher.released, "fetch", this::fetch);
    observe(publisher.released, "count", this::count);
    observe(publisher.ordered, this::order);
    observeGaps(publisher, this::onGap);
    observeParked(publisher, this::onParked);
    // endregion
  }

  // region defer
  private void fetch(SignalEvent<Released> event) {
    if (!shop.disk) {
      event.defer();
      unit().setStatus(Status.waiting("waiting for a disk"));
      return;
    }
    shop.fetch(event.signal().version(), event.stream() + "/" + event.sequence());
    unit().setStatus(Status.active());
  }

  // endregion

  private void count(SignalEvent<Released> event) {
    long count = state().get("releases").map(Long::valueOf).orElse(0L);
    state().put("releases", Long.toString(count + 1));
  }

  // region outside
  private void order(SignalEvent<Ordered> event) throws IOException {
    shop.order(event.stream() + "/" + event.sequence());
  }

  // endregion

  // region gap
  private void onGap(GapEvent gap) {
    state().put("missed/" + gap.emitter(), gap.from() + "-" + gap.to());
  }

  // endregion

  // region parked
  private void onParked(ParkedEvent parked) {
    unit()
        .setStatus(
            Status.blocked(parked.total() + " signals of " + parked.emitter() + " need a look"));
  }
  // endregion
}

final class Publisher extends Charm {
  private final Releases mirrors = signals(new Releases());

  Publisher(CharmContext context) {
    super(context);
    observe(on().configChanged(), this::publish);
  }

  private void publish(LifecycleEvent.ConfigChanged event) {
    String version = config().string("version").orElse("");
    if (!version.isEmpty()) {
      mirrors.released.emit(new Released(version));
      mirrors.ordered.emit(new Ordered(version));
    }
  }
}
