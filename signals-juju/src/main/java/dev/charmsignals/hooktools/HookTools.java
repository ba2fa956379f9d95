package dev.charmsignals.hooktools;

import dev.charmsignals.name.RelationId;
import dev.charmsignals.name.UnitName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Juju's hook commands as methods: one call each, nothing remembered, no opinions (contract §2).
 *
 * <p>Used by one thread during one hook. Every method throws {@link HookToolException} when the
 * command fails, when its answer is not what was asked for, or when the agent is out of reach. The
 * maps and lists that it returns cannot be changed.
 */
public final class HookTools {

  private final CommandRunner runner;

  /** Creates the commands over a way to the agent, which whoever opened it closes. */
  public HookTools(HookTransport transport) {
    this.runner = new CommandRunner(transport);
  }

  /** Returns the commands of an action. */
  public ActionCommands actions() {
    return new ActionCommands(runner);
  }

  /** Returns the commands of secrets. */
  public SecretCommands secrets() {
    return new SecretCommands(runner);
  }

  /** Returns the commands of storage and resources. */
  public StorageCommands storage() {
    return new StorageCommands(runner);
  }

  /** Returns the commands of addresses and ports. */
  public NetworkCommands network() {
    return new NetworkCommands(runner);
  }

  /** Returns the commands about the model and its cloud. */
  public ModelCommands model() {
    return new ModelCommands(runner);
  }

  /**
   * Runs any hook command, for what has no method here; its arguments may be seen in the list of
   * processes.
   */
  public HookReply run(String command, List<String> arguments) {
    return runner.run(command, null, arguments);
  }

  /** Runs any hook command and gives it something to read from its standard input. */
  public HookReply run(String command, List<String> arguments, byte[] stdin) {
    return runner.run(command, stdin, arguments);
  }

  /** Returns the relations of an endpoint, in Juju's order: as text. */
  public List<RelationId> relationIds(String endpoint) {
    String command = "relation-ids";
    List<String> ids = runner.list(command, "--format", "json", "--", endpoint);
    List<RelationId> relations = new ArrayList<>(ids.size());
    for (String id : ids) {
      try {
        relations.add(RelationId.parse(id));
      } catch (IllegalArgumentException e) {
        throw notNamed(command, "the id of a relation");
      }
    }
    return Collections.unmodifiableList(relations);
  }

  /** Returns the remote units that have joined, in Juju's order: as text. */
  public List<UnitName> relationList(RelationId relation) {
    String command = "relation-list";
    List<String> names = runner.list(command, "-r", relation.toString(), "--format", "json");
    List<UnitName> units = new ArrayList<>(names.size());
    for (String name : names) {
      try {
        units.add(new UnitName(name));
      } catch (IllegalArgumentException e) {
        throw notNamed(command, "the name of a unit");
      }
    }
    return Collections.unmodifiableList(units);
  }

  /** Returns the application at the other side; in a peer relation this unit's own. */
  public String relationListApplication(RelationId relation) {
    return runner.string("relation-list", "-r", relation.toString(), "--app", "--format", "json");
  }

  /** Returns all of a unit's databag, whatever its size; see {@link #readBag} for remote units. */
  public Map<String, String> relationGet(RelationId relation, UnitName unit) {
    return runner.strings(
        "relation-get", "-r", relation.toString(), "--format", "json", "-", unit.value());
  }

  /** Returns all of an application's databag, whatever its size; see {@link #readBag}. */
  public Map<String, String> relationGetApplication(RelationId relation, String application) {
    return runner.strings(
        "relation-get", "-r", relation.toString(), "--app", "--format", "json", "-", application);
  }

  /** Reads from a unit's databag what a selection asks for, whatever else it holds. */
  public SelectedBag readBag(RelationId relation, UnitName unit, BagSelection selection) {
    HookReply reply =
        runner.run(
            "relation-get", null, "-r", relation.toString(), "--format", "json", "-", unit.value());
    return FlatObject.select(reply.stdout(), reply.truncated(), selection);
  }

  /** Reads from an application's databag what a selection asks for, whatever else it holds. */
  public SelectedBag readBag(RelationId relation, String application, BagSelection selection) {
    HookReply reply =
        runner.run(
            "relation-get",
            null,
            "-r",
            relation.toString(),
            "--app",
            "--format",
            "json",
            "-",
            application);
    return FlatObject.select(reply.stdout(), reply.truncated(), selection);
  }

  /**
   * Changes this unit's databag, or its application's; an empty value deletes its key.
   *
   * @throws IllegalArgumentException when a key is longer than Juju can read back
   */
  public void relationSet(RelationId relation, boolean application, Map<String, String> changes) {
    byte[] stdin = SettingsFile.encode(changes);
    if (application) {
      runner.run("relation-set", stdin, "-r", relation.toString(), "--app", "--file", "-");
    } else {
      runner.run("relation-set", stdin, "-r", relation.toString(), "--file", "-");
    }
  }

  /** Returns the id of the model at the other side of a relation. */
  public String relationModelGet(RelationId relation) {
    Map<String, String> model =
        runner.strings("relation-model-get", "-r", relation.toString(), "--format", "json");
    return model.getOrDefault("uuid", "");
  }

  /** Says whether this unit is the leader, which it then is for 30 seconds at least. */
  public boolean isLeader() {
    String command = "is-leader";
    HookReply reply = runner.run(command, null, "--format", "json");
    try {
      return FlatObject.flag(reply.stdout());
    } catch (MalformedAnswerException e) {
      throw HookToolException.unreadable(command, e);
    }
  }

  /** Sets this unit's status, or as leader the application's, at once. */
  public void statusSet(boolean application, String status, String message) {
    if (application) {
      runner.run("status-set", null, "--application", "--", status, message);
    } else {
      runner.run("status-set", null, "--", status, message);
    }
  }

  /** Returns this unit's status, or as leader the application's. */
  public ReportedStatus statusGet(boolean application) {
    String command = "status-get";
    HookReply reply =
        application
            ? runner.run(command, null, "--include-data", "--application", "--format", "json")
            : runner.run(command, null, "--include-data", "--format", "json");
    try {
      return StatusAnswer.read(reply.stdout(), application);
    } catch (MalformedAnswerException e) {
      throw HookToolException.unreadable(command, e);
    }
  }

  /**
   * Returns the charm's configuration: each option that it declares, as String, Long, Double or
   * Boolean; one without a value is empty. Juju sends the float 1.0 as 1, so such an option can be
   * a Long.
   */
  public Map<String, Optional<Object>> configGet() {
    String command = "config-get";
    HookReply reply = runner.run(command, null, "--all", "--format", "json");
    try {
      return JsonAnswers.config(reply.stdout());
    } catch (MalformedAnswerException e) {
      throw HookToolException.unreadable(command, e);
    }
  }

  /** Returns all of this unit's charm state. */
  public Map<String, String> stateGet() {
    return runner.strings("state-get", "--format", "json");
  }

  /**
   * Stores charm state; an empty value is stored, not deleted.
   *
   * @throws IllegalArgumentException when a key is longer than Juju can read back
   */
  public void stateSet(Map<String, String> changes) {
    runner.run("state-set", SettingsFile.encode(changes), "--file", "-");
  }

  /** Deletes one key of charm state, if it is there. */
  public void stateDelete(String key) {
    runner.run("state-delete", null, "--", key);
  }

  /** Writes to the unit's log at once. The level is one of Juju's, such as {@code INFO}. */
  public void jujuLog(String level, String message) {
    runner.run("juju-log", null, "-l", level, "--", message);
  }

  /** Tells which version of the workload runs, at once. */
  public void applicationVersionSet(String version) {
    runner.run("application-version-set", null, "--", version);
  }

  private static HookToolException notNamed(String command, String wanted) {
    return HookToolException.unreadable(
        command, new MalformedAnswerException("One of the list is not " + wanted));
  }
}
