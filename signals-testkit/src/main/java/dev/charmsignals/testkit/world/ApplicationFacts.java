package dev.charmsignals.testkit.world;

import dev.charmsignals.testkit.command.WorkloadStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An application as an operator can look at it.
 *
 * @param name its name in the model
 * @param charm its charm's name
 * @param status what the leader says for the whole; both parts empty if it never did
 * @param version the workload's version, or the empty string
 * @param leader the unit that leads, if one does
 * @param units the names of its units, in order of number
 * @param config every option that has a value
 */
public record ApplicationFacts(
    String name,
    String charm,
    WorkloadStatus status,
    String version,
    Optional<String> leader,
    List<String> units,
    Map<String, Object> config) {

  /** Copies what it is given. */
  public ApplicationFacts {
    units = List.copyOf(units);
    config = Map.copyOf(config);
  }
}
