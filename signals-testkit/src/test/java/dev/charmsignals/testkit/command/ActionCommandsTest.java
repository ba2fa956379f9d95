package dev.charmsignals.testkit.command;

import static dev.charmsignals.testkit.command.Shell.Reply.printed;
import static dev.charmsignals.testkit.command.Shell.Reply.silent;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The commands of a running action; {@link HookCommandsTest} has what they do outside one. */
class ActionCommandsTest {

  private static final class Running implements ActionContext {

    final List<String> done = new ArrayList<>();

    @Override
    public Map<String, Object> parameters() {
      return Map.of(
          "keep", 3, "fast", true, "where", Map.of("path", "/srv", "hosts", List.of("a", "b")));
    }

    @Override
    public void putResult(List<String> path, String value) {
      done.add(path + " is \"" + value + "\"");
    }

    @Override
    public void fail(String message) {
      done.add("failed: " + message);
    }

    @Override
    public void log(String message) {
      done.add("logged: " + message);
    }
  }

  private final Running action = new Running();
  private final Shell shell;

  ActionCommandsTest() {
    InMemoryContext context = new InMemoryContext();
    context.action = Optional.of(action);
    shell = new Shell(context);
  }

  @Test
  void getsAllParametersOrOneByItsPath() {
    assertEquals(
        printed(
            "{\"fast\":true,\"keep\":3,\"where\":{\"hosts\":[\"a\",\"b\"],\"path\":\"/srv\"}}\n"),
        shell.run("action-get", "--format=json"));
    assertEquals(printed("/srv\n"), shell.run("action-get", "where.path"));
    assertEquals(printed("a\nb\n"), shell.run("action-get", "where.hosts"));
    assertEquals(printed("True\n"), shell.run("action-get", "fast"));
    assertEquals(printed("3\n"), shell.run("action-get", "keep"));
  }

  @Test
  void aPathThatLeadsNowhereIsNothing() {
    assertEquals(silent(), shell.run("action-get", "speed"));
    assertEquals(silent(), shell.run("action-get", "keep.most"));
    assertEquals(printed("null\n"), shell.run("action-get", "where.path.x", "--format=json"));
  }

  @Test
  void setsResultsAsTheyAre() {
    assertEquals(silent(), shell.run("action-set", "a.b-c= d ", "e=f=g"));
    assertEquals(List.of("[a, b-c] is \" d \"", "[e] is \"f=g\""), action.done);
  }

  @Test
  void refusesEveryArgumentIfOneIsWrong() {
    assertEquals(2, shell.run("action-set", "good=1", "Bad=2").code());
    assertEquals(List.of(), action.done);
  }

  @Test
  void failsWithAMessageOrJujusOwn() {
    shell.run("action-fail", "no disk");
    shell.run("action-fail");

    assertEquals(
        List.of(
            "failed: no disk",
            "failed: action failed without reason given, check action for errors"),
        action.done);
  }

  @Test
  void logsItsWordsWithOneSpaceBetween() {
    shell.run("action-log", "half", "way");

    assertEquals(List.of("logged: half way"), action.done);
  }
}
