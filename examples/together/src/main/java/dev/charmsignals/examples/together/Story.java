package dev.charmsignals.examples.together;

import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** What an operator does with both charms, in seven acts. */
final class Story {

  private final SimulatedJuju juju;
  private final CharmUnderTest installer;
  private final CharmUnderTest panel;
  private final Consumer<String> titles;
  private final Map<String, Integer> observersSince = new LinkedHashMap<>();

  /** Creates the story; {@code titles} is told what the operator does next. */
  Story(
      SimulatedJuju juju, CharmUnderTest installer, CharmUnderTest panel, Consumer<String> titles) {
    this.juju = juju;
    this.installer = installer;
    this.panel = panel;
    this.titles = titles;
  }

  /** Returns each observer and the number of hooks that had run when it was added. */
  Map<String, Integer> observersSince() {
    return Map.copyOf(observersSince);
  }

  void play() {
    act("Deploy installer and panel; nothing is related, so what installer/0 emits is held");
    juju.deploy("installer", installer);
    juju.deploy("panel", panel);
    observe("panel/0");
    juju.settle();

    act("Integrate them: the signal that was held arrives");
    juju.integrate("installer:channel", "panel:channel");
    juju.settle();

    act("Make installer/0 fail");
    juju.application("installer").config("reason", "disk full").config("fail", true);
    juju.settle();

    act("Let it recover");
    juju.application("installer").config("fail", false);
    juju.settle();

    act("Scale installer to three and panel to two: panel/1 gets the newest signal of each name");
    juju.application("installer").scale(3);
    juju.application("panel").scale(2);
    observe("panel/1");
    juju.settle();

    act("Make all fail and recover while panel/1 is busy: it gets both signals of each, in order");
    juju.unit("panel/1").hold();
    juju.application("installer").config("reason", "no network").config("fail", true);
    juju.settle();
    juju.application("installer").config("fail", false);
    juju.settle();
    juju.unit("panel/1").release();
    juju.settle();

    act("Remove installer/1: both panels forget it");
    juju.unit("installer/1").remove();
    juju.settle();
  }

  private void act(String title) {
    titles.accept(title);
  }

  private void observe(String unit) {
    observersSince.put(unit, juju.hooks().size());
  }
}
