package dev.charmsignals.testkit.world;

import dev.charmsignals.testkit.command.CommandFailure;
import dev.charmsignals.testkit.command.WorkloadStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The statuses that one hook reads and sets, which takes effect at once (contract section 2.9). */
final class HookStatuses {

  private final Model model;
  private final Unit unit;
  private final BooleanSupplier leads;
  private List<StatusSet> set = List.of();
  private @Nullable WorkloadStatus read;

  /** Creates them; {@code leads} is what the agent answers within this hook. */
  HookStatuses(Model model, Unit unit, BooleanSupplier leads) {
    this.model = model;
    this.unit = unit;
    this.leads = leads;
  }

  /** Returns what was set, in order. */
  List<StatusSet> set() {
    return set;
  }

  WorkloadStatus unit() {
    if (read == null) {
      read = unit.status();
    }
    return read;
  }

  void setUnit(WorkloadStatus next) {
    note(new StatusSet(false, next));
    unit.charmSets(next, model.now());
  }

  WorkloadStatus application() {
    requireLeader();
    return unit.application().statusOrWorstOfUnits();
  }

  Map<String, WorkloadStatus> units() {
    SortedMap<String, WorkloadStatus> statuses = new TreeMap<>();
    unit.application().units().forEach(each -> statuses.put(each.name(), each.status()));
    return statuses;
  }

  void setApplication(WorkloadStatus next) {
    requireLeader();
    note(new StatusSet(true, next));
    unit.application().status(next);
  }

  private void note(StatusSet each) {
    if (set.isEmpty()) {
      set = new ArrayList<>();
    }
    set.add(each);
  }

  private void requireLeader() {
    if (!leads.getAsBoolean()) {
      throw new CommandFailure(HookContext.NOT_LEADER);
    }
  }
}
