package dev.charmsignals.testkit.command;

import static dev.charmsignals.testkit.command.Shell.Reply.failed;
import static dev.charmsignals.testkit.command.Shell.Reply.misused;
import static dev.charmsignals.testkit.command.Shell.Reply.printed;
import static dev.charmsignals.testkit.command.Shell.Reply.silent;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HookCommandsTest {

  private final InMemoryContext context = new InMemoryContext();
  private final Shell shell = new Shell(context);

  @Test
  void anUnknownCommandIsABadRequest() {
    CommandReply reply = shell.answer(Optional.empty(), "leader-get");

    assertEquals(new CommandReply.UnknownCommand("leader-get"), reply);
    assertEquals(Optional.of("bad request: unknown command: leader-get"), reply.rejection());
    assertEquals(failed("bad request: unknown command: leader-get"), Shell.Reply.of(reply.reply()));
  }

  @Test
  void aCommandThatRanIsNoRejection() {
    assertEquals(Optional.empty(), shell.answer(Optional.empty(), "status-set").rejection());
  }

  @Test
  void namesAreThoseOfJuju4() {
    assertEquals(
        "action-fail action-get action-log action-set application-version-set close-port"
            + " config-get credential-get goal-state is-leader juju-log juju-reboot network-get"
            + " open-port opened-ports relation-get relation-ids relation-list relation-model-get"
            + " relation-set resource-get secret-add secret-get secret-grant secret-ids"
            + " secret-info-get secret-remove secret-revoke secret-set state-delete state-get"
            + " state-set status-get status-set storage-add storage-get storage-list unit-get",
        String.join(" ", new HookCommands().names()));
  }

  @Test
  void outsideAnActionItsCommandsFail() {
    assertEquals(failed("not running an action"), shell.run("action-get"));
    assertEquals(failed("not running an action"), shell.run("action-get", "a.b"));
    assertEquals(failed("not running an action"), shell.run("action-set", "a.b=c"));
    assertEquals(failed("not running an action"), shell.run("action-fail"));
    assertEquals(failed("not running an action"), shell.run("action-log", "half", "way"));
    assertEquals(silent(), shell.run("action-set"));
  }

  @Test
  void outsideAnActionArgumentsAreStillChecked() {
    assertEquals(misused("unrecognized args: [\"b\"]"), shell.run("action-get", "a", "b"));
    assertEquals(
        misused("argument \"x\" must be of the form key...=value"), shell.run("action-set", "x"));
    assertEquals(
        misused(
            "key \"X\" must start and end with lowercase alphanumeric,"
                + " and contain only lowercase alphanumeric and hyphens"),
        shell.run("action-set", "a.X=1"));
    assertEquals(
        misused("cannot set reserved action key \"stdout\""), shell.run("action-set", "stdout=1"));
    assertEquals(misused("no message specified"), shell.run("action-log"));
  }

  @Test
  void goalStateIsYamlByDefault() {
    GoalState.Goal active = new GoalState.Goal("active", Instant.parse("2026-01-31T12:00:00.5Z"));
    GoalState.Goal joined = new GoalState.Goal("joined", Instant.parse("2026-02-01T00:00:00Z"));
    context.goals =
        new GoalState(
            new TreeMap<>(Map.of("ping/0", active)),
            new TreeMap<>(Map.of("channel", new TreeMap<>(Map.of("pong", joined)))));

    assertEquals(
        printed(
            """
            units:
              ping/0:
                status: active
                since: 2026-01-31 12:00:00Z
            relations:
              channel:
                pong:
                  status: joined
                  since: 2026-02-01 00:00:00Z
            """),
        shell.run("goal-state"));
    assertEquals(
        printed(
            "{\"units\":{\"ping/0\":{\"status\":\"active\",\"since\":\"2026-01-31 12:00:00Z\"}},"
                + "\"relations\":{\"channel\":{\"pong\":{\"status\":\"joined\","
                + "\"since\":\"2026-02-01 00:00:00Z\"}}}}\n"),
        shell.run("goal-state", "--format", "json"));
  }

  @Test
  void withoutGoalsTheMapsAreEmpty() {
    assertEquals(printed("units: {}\nrelations: {}\n"), shell.run("goal-state"));
    assertEquals(misused("unrecognized args: [\"x\"]"), shell.run("goal-state", "x"));
  }
}
