package dev.charmsignals.hooktools;

import dev.charmsignals.name.RelationId;
import dev.charmsignals.name.UnitName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Juju's hook commands as methods: one call each, nothing remembered, no opinions (contract §2).
 *
 * <p>Used by one thread during one hook. Every method throws {@link HookToolException} when the
 * command fails, when its answer is not what was asked for, or when the agent is out of reach. The
 * maps and lists that it returns cannot be changed.
 */
public final class HookTools {

  private final HookTransport transport;

  /** Creates the commands over a way to the agent, which whoever opened it closes. */
  public HookTools(HookTransport transport) {
    this.transport = transport;
  }

  /** Returns the relations of an endpoint, in Juju's order: as text. */
  public List<RelationId> relationIds(String endpoint) {
    String command = "relation-ids";
    List<String> ids = list(command, "--format", "json", "--", endpoint);
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
    List<String> names = list(command, "-r", relation.toString(), "--format", "json");
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
    String command = "relation-list";
    HookReply reply = run(command, null, "-r", relation.toString(), "--app", "--format", "json");
    try {
      return FlatObject.string(reply.stdout());
    } catch (MalformedAnswerException e) {
      throw HookToolException.unreadable(command, e);
    }
  }

  /** Returns all of a unit's databag, whatever its size; see {@link #readBag} for remote units. */
  public Map<String, String> relationGet(RelationId relation, UnitName unit) {
    return strings(
        "relation-get", "-r", relation.toString(), "--format", "json", "-", unit.value());
  }

  /** Returns all of an application's databag. */
  public Map<String, String> relationGetApplication(RelationId relation, String application) {
    return strings(
        "relation-get", "-r", relation.toString(), "--app", "--format", "json", "-", application);
  }

  /** Reads from a unit's databag what a selection asks for, whatever else it holds. */
  public SelectedBag readBag(RelationId relation, UnitName unit, BagSelection selection) {
    HookReply reply =
        run("relation-get", null, "-r", relation.toString(), "--format", "json", "-", unit.value());
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
      run("relation-set", stdin, "-r", relation.toString(), "--app", "--file", "-");
    } else {
      run("relation-set", stdin, "-r", relation.toString(), "--file", "-");
    }
  }

  /** Returns the id of the model at the other side of a relation. */
  public String relationModelGet(RelationId relation) {
    Map<String, String> model =
        strings("relation-model-get", "-r", relation.toString(), "--format", "json");
    return model.getOrDefault("uuid", "");
  }

  /** Says whether this unit is the leader, which it then is for 30 seconds at least. */
  public boolean isLeader() {
    String command = "is-leader";
    HookReply reply = run(command, null, "--format", "json");
    try {
      return FlatObject.flag(reply.stdout());
    } catch (MalformedAnswerException e) {
      throw HookToolException.unreadable(command, e);
    }
  }

  /** Sets this unit's status, or as leader the application's, at once. */
  public void statusSet(boolean application, String status, String message) {
    if (application) {
      run("status-set", null, "--application", "--", status, message);
    } else {
      run("status-set", null, "--", status, message);
    }
  }

  /** Returns this unit's status, or as leader the application's. */
  public ReportedStatus statusGet(boolean application) {
    String command = "status-get";
    HookReply reply =
        application
            ? run(command, null, "--include-data", "--application", "--format", "json")
            : run(command, null, "--include-data", "--format", "json");
    try {
      return StatusAnswer.read(reply.stdout(), application);
    } catch (MalformedAnswerException e) {
      throw HookToolException.unreadable(command, e);
    }
  }

  /**
   * Returns the charm's configuration: each option that has a value, as String, Long, Double or
   * Boolean. Juju sends the float 1.0 as 1, so such an option can be a Long.
   */
  public Map<String, Object> configGet() {
    String command = "config-get";
    HookReply reply = run(command, null, "--format", "json");
    try {
      return JsonAnswers.config(reply.stdout());
    } catch (MalformedAnswerException e) {
      throw HookToolException.unreadable(command, e);
    }
  }

  /** Returns all of this unit's charm state. */
  public Map<String, String> stateGet() {
    return strings("state-get", "--format", "json");
  }

  /**
   * Stores charm state; an empty value is stored, not deleted.
   *
   * @throws IllegalArgumentException when a key is longer than Juju can read back
   */
  public void stateSet(Map<String, String> changes) {
    run("state-set", SettingsFile.encode(changes), "--file", "-");
  }

  /** Deletes one key of charm state, if it is there. */
  public void stateDelete(String key) {
    run("state-delete", null, "--", key);
  }

  /** Writes to the unit's log at once. The level is one of Juju's, such as {@code INFO}. */
  public void jujuLog(String level, String message) {
    run("juju-log", null, "-l", level, "--", message);
  }

  /** Tells which version of the workload runs, at once. */
  public void applicationVersionSet(String version) {
    run("application-version-set", null, "--", version);
  }

  /** Returns what Juju is working towards, as JSON. */
  public String goalState() {
    return text(run("goal-state", null, "--format", "json"));
  }

  /** Returns the addresses of an endpoint or extra binding, as JSON. */
  public String networkGet(String binding) {
    return text(run("network-get", null, "--format", "json", "--", binding));
  }

  private List<String> list(String command, String... arguments) {
    HookReply reply = run(command, null, arguments);
    try {
      return FlatObject.list(reply.stdout());
    } catch (MalformedAnswerException e) {
      throw HookToolException.unreadable(command, e);
    }
  }

  private Map<String, String> strings(String command, String... arguments) {
    HookReply reply = run(command, null, arguments);
    try {
      return Collections.unmodifiableMap(FlatObject.strings(reply.stdout()));
    } catch (MalformedAnswerException e) {
      throw HookToolException.unreadable(command, e);
    }
  }

  private HookReply run(String command, byte @Nullable [] stdin, String... arguments) {
    HookReply reply = transport.run(command, List.of(arguments), stdin);
    if (reply.code() != 0) {
      throw new HookToolException(command, reply.code(), reply.error());
    }
    return reply;
  }

  private static HookToolException notNamed(String command, String wanted) {
    return HookToolException.unreadable(
        command, new MalformedAnswerException("One of the list is not " + wanted));
  }

  private static String text(HookReply reply) {
    return new String(reply.stdout(), StandardCharsets.UTF_8);
  }
}
