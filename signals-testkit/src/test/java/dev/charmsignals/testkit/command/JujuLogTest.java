package dev.charmsignals.testkit.command;

import static dev.charmsignals.testkit.command.Shell.Reply.misused;
import static dev.charmsignals.testkit.command.Shell.Reply.silent;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class JujuLogTest {

  private final InMemoryContext context = new InMemoryContext();
  private final Shell shell = new Shell(context);

  @Test
  void joinsWordsByOneSpace() {
    assertEquals(silent(), shell.run("juju-log", "a", "b  c", ""));
    assertEquals(List.of("INFO a b  c "), context.done);
  }

  @Test
  void levelsAreTakenInAnyCase() {
    shell.run("juju-log", "-l", "trace", "1");
    shell.run("juju-log", "--log-level", "Debug", "2");
    shell.run("juju-log", "-lwarn", "3");
    shell.run("juju-log", "-l", "WARNING", "4");
    shell.run("juju-log", "-l", "ERROR", "5");
    shell.run("juju-log", "-l", "critical", "6");
    shell.run("juju-log", "-l", "ERROR", "--debug", "7");

    assertEquals(
        List.of("TRACE 1", "DEBUG 2", "WARNING 3", "WARNING 4", "ERROR 5", "CRITICAL 6", "DEBUG 7"),
        context.done);
  }

  @Test
  void anUnknownLevelIsInfoAndAWarning() {
    assertEquals(silent(), shell.run("juju-log", "-l", "LOUD", "a"));
    assertEquals(
        List.of("WARNING Specified log level of \"LOUD\" is not valid", "INFO a"), context.done);
  }

  @Test
  void aRelationHooksMessagesNameTheRelation() {
    context.inChangedHook();

    shell.run("juju-log", "a");

    assertEquals(List.of("INFO channel:7: a"), context.done);
  }

  @Test
  void aMessageIsNeeded() {
    assertEquals(misused("no message specified"), shell.run("juju-log", "-l", "INFO"));
    assertEquals(silent(), shell.run("juju-log", ""));
    assertEquals(List.of("INFO "), context.done);
  }

  @Test
  void anOldFormatFlagOnlyEarnsAWarning() {
    assertEquals(
        new Shell.Reply(0, "", "--format flag deprecated for command \"juju-log\""),
        shell.run("juju-log", "--format", "x", "a"));
    assertEquals(List.of("INFO a"), context.done);
  }
}
