package dev.charmsignals.upgrading;

import dev.charmsignals.bus.ParkedEvent;
import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.charm.CharmFactory;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedUnit;
import java.util.List;

/**
 * Counts as far as its config says, and signals each number; what both sides say and hear stands in
 * charm state, so that a rollback undoes it.
 */
abstract class Counter extends Charm {

  private static final String METADATA =
      """
      name: counter
      provides:
        talk: {interface: counter}
      requires:
        listen: {interface: counter}
      config:
        options:
          count: {type: int, default: 0}
      """;

  private static final String SAID = "said";
  private static final String HEARD = "heard";
  private static final String COUNT = "count";

  Counter(CharmContext context) {
    super(context);
    observe(on().configChanged(), event -> count());
  }

  static CharmUnderTest charm(CharmFactory revision) {
    return CharmUnderTest.inProcess(revision, METADATA);
  }

  private void count() {
    int target = config().integer(COUNT).orElse(0L).intValue();
    int reached = state().get(COUNT).map(Integer::parseInt).orElse(0);
    if (reached < target) {
      begin(target);
      while (reached < target) {
        reached++;
        emit(reached);
        said("" + reached);
      }
      end(target);
      state().put(COUNT, "" + reached);
    }
  }

  /** Says that it is about to count, where the revision has a word for it. */
  abstract void begin(int target);

  /** Says a number. */
  abstract void emit(int number);

  /** Says that it has counted, where the revision has a word for it. */
  abstract void end(int reached);

  final void said(String what) {
    append(SAID, what);
  }

  final void heard(String what) {
    append(HEARD, what);
  }

  final void parked(ParkedEvent parked) {
    heard("parked " + parked.total());
  }

  private void append(String key, String line) {
    state().put(key, state().get(key).orElse("") + line + "\n");
  }

  /** What a unit has said, as committed. */
  static List<String> saidBy(SimulatedUnit unit) {
    return unit.state().getOrDefault(SAID, "").lines().toList();
  }

  /** What a unit has heard, and how many signals it had parked each time that it parked one. */
  static List<String> heardBy(SimulatedUnit unit) {
    return unit.state().getOrDefault(HEARD, "").lines().toList();
  }
}
