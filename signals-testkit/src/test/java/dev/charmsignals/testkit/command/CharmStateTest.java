package dev.charmsignals.testkit.command;

import static dev.charmsignals.testkit.command.Shell.Reply.failed;
import static dev.charmsignals.testkit.command.Shell.Reply.misused;
import static dev.charmsignals.testkit.command.Shell.Reply.printed;
import static dev.charmsignals.testkit.command.Shell.Reply.silent;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CharmStateTest {

  private final InMemoryContext context = new InMemoryContext();
  private final Shell shell = new Shell(context);

  @Test
  void printsTheWholeStateOrOneValue() {
    context.state.putAll(Map.of("a", "1", "b", ""));

    assertEquals(printed("a: \"1\"\nb: \"\"\n"), shell.run("state-get"));
    assertEquals(printed("{\"a\":\"1\",\"b\":\"\"}\n"), shell.run("state-get", "--format=json"));
    assertEquals(printed("a: \"1\"\nb: \"\"\n"), shell.run("state-get", "-"));
    assertEquals(printed("a: \"1\"\nb: \"\"\n"), shell.run("state-get", ""));
    assertEquals(printed("1\n"), shell.run("state-get", "a"));
    assertEquals(silent(), shell.run("state-get", "b"));
    assertEquals(misused("unrecognized args: [\"b\"]"), shell.run("state-get", "a", "b"));
  }

  @Test
  void withNothingStoredJsonIsNull() {
    assertEquals(printed("{}\n"), shell.run("state-get"));
    assertEquals(printed("null\n"), shell.run("state-get", "--format=json"));
  }

  @Test
  void aMissingKeyIsAnEmptyTextUnlessStrict() {
    assertEquals(silent(), shell.run("state-get", "k"));
    assertEquals(printed("\"\"\n"), shell.run("state-get", "--format=json", "k"));
    assertEquals(failed("\"k\" not found"), shell.run("state-get", "--strict", "k"));
  }

  @Test
  void anEmptyValueIsStored() {
    assertEquals(silent(), shell.run("state-set", "a=", "b= x "));
    assertEquals(Map.of("a", "", "b", "x"), context.state);
  }

  @Test
  void argumentsOverrideTheFile() {
    assertEquals(silent(), shell.runWith("{a: 1, b: 2}", "state-set", "--file", "-", "a=3"));
    assertEquals(Map.of("a", "3", "b", "2"), context.state);
  }

  @Test
  void argumentsAreCheckedAsForRelationSet() {
    assertEquals(silent(), shell.run("state-set"));
    assertEquals(misused("expected \"key=value\", got \"x\""), shell.run("state-set", "x"));
    assertEquals(
        misused("key \"k\" specified more than once"), shell.run("state-set", "k=1", "k=2"));
    assertEquals(
        new CommandReply.StdinNeeded(), shell.answer(Optional.empty(), "state-set", "--file", "-"));
    assertEquals(Map.of(), context.state);
  }

  @Test
  void keysAndValuesHaveALimitInBytes() {
    String key = "\u00E9".repeat(128);
    String value = "v".repeat(65536);

    assertEquals(silent(), shell.run("state-set", key + "=" + value));
    assertEquals(Map.of(key, value), context.state);
    assertEquals(
        failed("max allowed key length (256): quota limit exceeded"),
        shell.run("state-set", key + "k=v"));
    assertEquals(
        failed("max allowed value length (65536): quota limit exceeded"),
        shell.run("state-set", "k=" + value + "v"));
    assertEquals(Map.of(key, value), context.state);
  }

  @Test
  void deletingWhatIsNotThereIsNoMistake() {
    context.state.putAll(Map.of("a", "1", "b", "2"));

    assertEquals(silent(), shell.run("state-delete", "a"));
    assertEquals(silent(), shell.run("state-delete", "a"));
    assertEquals(silent(), shell.run("state-delete"));
    assertEquals(misused("unrecognized args: [\"x\"]"), shell.run("state-delete", "b", "x"));
    assertEquals(Map.of("b", "2"), context.state);
  }
}
