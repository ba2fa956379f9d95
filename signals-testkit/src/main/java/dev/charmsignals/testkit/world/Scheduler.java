package dev.charmsignals.testkit.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Chooses which unit runs which hook next, and runs it. */
final class Scheduler {

  private static final int RETRIES = 3;
  private static final int SHOWN = 20;
  private static final int ENTERS_EARLY = 4;

  private final Model model;

  Scheduler(Model model) {
    this.model = model;
  }

  /** Returns the hooks that may come next for a unit. */
  List<Hook> due(Unit unit) {
    return DueHooks.of(model, unit);
  }

  /** Runs one of the hooks that are due for a unit, if any is. */
  Optional<HookRecord> step(Unit unit) {
    return step(unit, hook -> true);
  }

  /** Runs one of the due hooks that fit, if any does. */
  Optional<HookRecord> step(Unit unit, Predicate<Hook> fits) {
    UnitProgress.wake(model, unit);
    UnitProgress.enterScopes(model, unit);
    List<Hook> due = due(unit).stream().filter(fits).toList();
    if (due.isEmpty()) {
      return Optional.empty();
    }
    Hook chosen = due.get(due.size() == 1 ? 0 : model.random().nextInt(due.size()));
    return Optional.of(HookRunner.run(model, unit, chosen));
  }

  /**
   * Runs hooks of units in random order until none is due.
   *
   * <p>A failed hook is retried when nothing else is left, three times for each call; then its unit
   * stays in error. So is a failed pebble-ready, which is no error.
   */
  List<HookRecord> settle(Predicate<Unit> concerned, int limit) {
    List<HookRecord> run = new ArrayList<>();
    Map<String, Integer> retries = new HashMap<>();
    Map<String, Integer> polls = new HashMap<>();
    while (true) {
      List<Unit> ready = ready(concerned, retries);
      if (ready.isEmpty()) {
        ready = polled(concerned, polls);
      }
      if (ready.isEmpty()) {
        return run;
      }
      if (run.size() == limit) {
        throw new NeverSettlesException(limit, model.journal().last(SHOWN));
      }
      Unit unit = ready.get(model.random().nextInt(ready.size()));
      if (model.random().nextInt(ENTERS_EARLY) == 0 && UnitProgress.enterScopes(model, unit)) {
        continue;
      }
      if (unit.agent().failed().isPresent()) {
        retries.merge(unit.name(), 1, Integer::sum);
      } else {
        retries.remove(unit.name());
      }
      step(unit).ifPresent(run::add);
    }
  }

  private List<Unit> ready(Predicate<Unit> concerned, Map<String, Integer> retries) {
    List<Unit> ready = new ArrayList<>();
    List<Unit> failed = new ArrayList<>();
    for (Unit unit : model.units()) {
      if (!concerned.test(unit)) {
        continue;
      }
      UnitProgress.wake(model, unit);
      if (unit.agent().failed().isEmpty()) {
        if (!due(unit).isEmpty()) {
          ready.add(unit);
        }
      } else if (model.retriesHooks() && retries.getOrDefault(unit.name(), 0) < RETRIES) {
        failed.add(unit);
      }
    }
    return ready.isEmpty() ? failed : ready;
  }

  /** Nothing else is left, so that agents get round to looking at their containers again. */
  private List<Unit> polled(Predicate<Unit> concerned, Map<String, Integer> polls) {
    List<Unit> polled = new ArrayList<>();
    for (Unit unit : model.units()) {
      if (concerned.test(unit)
          && polls.getOrDefault(unit.name(), 0) < RETRIES
          && unit.containers().poll()) {
        polls.merge(unit.name(), 1, Integer::sum);
        polled.add(unit);
      }
    }
    return polled;
  }
}
