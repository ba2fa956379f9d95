package dev.charmsignals.testkit.command;

import static dev.charmsignals.testkit.command.Shell.Reply.failed;
import static dev.charmsignals.testkit.command.Shell.Reply.misused;
import static dev.charmsignals.testkit.command.Shell.Reply.printed;
import static dev.charmsignals.testkit.command.Shell.Reply.silent;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusTest {

  private final InMemoryContext context = new InMemoryContext();
  private final Shell shell = new Shell(context);

  @Test
  void setsTheStatusOfTheUnitOrOfTheApplication() {
    assertEquals(silent(), shell.run("status-set", "active"));
    assertEquals(silent(), shell.run("status-set", "--application", "blocked", "no disk"));
    assertEquals(List.of("unit is active: ", "application is blocked: no disk"), context.done);
  }

  @Test
  void refusesOtherStatuses() {
    assertEquals(misused("invalid args, require <status> [message]"), shell.run("status-set"));
    assertEquals(
        misused("invalid status \"error\", expected one of [maintenance blocked waiting active]"),
        shell.run("status-set", "error", "x"));
    assertEquals(
        misused("unrecognized args: [\"b\"]"), shell.run("status-set", "active", "a", "b"));
    assertEquals(List.of(), context.done);
  }

  @Test
  void onlyALeaderSetsAndGetsTheApplicationsStatus() {
    context.refusal = Optional.of("this unit is not the leader");

    assertEquals(
        failed("this unit is not the leader"), shell.run("status-set", "--application", "active"));
    assertEquals(
        failed("finding application status: this unit is not the leader"),
        shell.run("status-get", "--application"));
  }

  @Test
  void smartOutputIsTheWordAlone() {
    assertEquals(printed("waiting\n"), shell.run("status-get"));
    assertEquals(printed("unknown\n"), shell.run("status-get", "--application"));
  }

  @Test
  void otherOutputIsAMap() {
    assertEquals(printed("{\"status\":\"waiting\"}\n"), shell.run("status-get", "--format=json"));
    assertEquals(printed("status: waiting\n"), shell.run("status-get", "--format=yaml"));
    assertEquals(
        printed("message: for pong\nstatus: waiting\nstatus-data: {}\n"),
        shell.run("status-get", "--include-data"));
  }

  @Test
  void theApplicationsMapHoldsItsUnits() {
    assertEquals(
        printed(
            """
            application-status:
              status: unknown
              units:
                ping/0:
                  status: waiting
            """),
        shell.run("status-get", "--application", "--format=yaml"));
    assertEquals(
        printed(
            "{\"application-status\":{\"message\":\"\",\"status\":\"unknown\",\"status-data\":{},"
                + "\"units\":{\"ping/0\":{\"message\":\"for pong\",\"status\":\"waiting\","
                + "\"status-data\":{}}}}}\n"),
        shell.run("status-get", "--application", "--include-data", "--format=json"));
  }

  @Test
  void tellsWhetherTheUnitLeads() {
    assertEquals(printed("False\n"), shell.run("is-leader"));
    context.leader = true;
    assertEquals(printed("True\n"), shell.run("is-leader"));
    assertEquals(printed("true\n"), shell.run("is-leader", "--format", "json"));
    context.leader = false;
    context.refusal = Optional.of("connection is shut down");
    assertEquals(
        failed("leadership status unknown: connection is shut down"), shell.run("is-leader"));
  }

  @Test
  void setsTheApplicationsVersion() {
    assertEquals(silent(), shell.run("application-version-set", "1.2"));
    assertEquals(misused("no version specified"), shell.run("application-version-set"));
    assertEquals(
        misused("unrecognized args: [\"b\"]"), shell.run("application-version-set", "a", "b"));
    assertEquals(List.of("version 1.2"), context.done);
  }
}
