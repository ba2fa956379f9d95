package dev.charmsignals.testkit.command;

import static dev.charmsignals.testkit.command.Shell.Reply.failed;
import static dev.charmsignals.testkit.command.Shell.Reply.misused;
import static dev.charmsignals.testkit.command.Shell.Reply.silent;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelationSetTest {

  private final InMemoryContext context = new InMemoryContext().inChangedHook();
  private final Shell shell = new Shell(context);

  @Test
  void argumentsAreSplitAtTheFirstEqualsSignAndTrimmed() {
    assertEquals(
        silent(), shell.run("relation-set", " a = 1 = 2\n", "b=", "", "c=\u00A0x\u3000", "d='"));
    assertEquals(List.of("unit bag of 7: {a=1 = 2, b=, c=x, d='}"), context.done);
  }

  @Test
  void anArgumentWithoutAKeyOrAnEqualsSignIsRefused() {
    assertEquals(misused("expected \"key=value\", got \"x\""), shell.run("relation-set", "x"));
    assertEquals(misused("expected \"key=value\", got \"=x\""), shell.run("relation-set", "=x"));
    assertEquals(misused("expected \"key=value\", got \"=x\""), shell.run("relation-set", " = x "));
    assertEquals(List.of(), context.done);
  }

  @Test
  void aKeyGivenTwiceIsRefused() {
    assertEquals(
        misused("key \"k\" specified more than once"), shell.run("relation-set", "k=1", " k=1"));
  }

  @Test
  void noSettingsAtAllStillLoadTheBag() {
    assertEquals(silent(), shell.run("relation-set"));
    assertEquals(List.of("unit bag of 7: {}"), context.done);
  }

  @Test
  void argumentsOverrideTheFile() {
    assertEquals(silent(), shell.runWith("a: 1\nb: 2\n", "relation-set", "--file", "-", "b=3"));
    assertEquals(List.of("unit bag of 7: {a=1, b=3}"), context.done);
  }

  @Test
  void theFileIsRelativeToTheCaller(@TempDir Path dir) throws Exception {
    Shell there = new Shell(context, dir);
    Files.writeString(dir.resolve("settings.yaml"), "a:  x \nb: '  y '\n");

    assertEquals(silent(), there.run("relation-set", "--file", "settings.yaml"));
    assertEquals(List.of("unit bag of 7: {a=x, b=  y }"), context.done);
    assertEquals(
        failed("open " + dir + "/missing: no such file or directory"),
        there.run("relation-set", "--file", "missing"));
    assertEquals(
        failed("read " + dir + ": is a directory"), there.run("relation-set", "--file", "."));
  }

  @Test
  void stdinIsAskedForBeforeAnythingHappens() {
    CommandReply reply = shell.answer(Optional.empty(), "relation-set", "--file", "-", "a=b");

    assertEquals(new CommandReply.StdinNeeded(), reply);
    assertEquals(Optional.of("hook tool requires stdin, none supplied"), reply.rejection());
    assertEquals(failed("hook tool requires stdin, none supplied"), Shell.Reply.of(reply.reply()));
    assertEquals(List.of(), context.done);
  }

  @Test
  void argumentsAreCheckedBeforeStdinIsAskedFor() {
    assertEquals(
        misused("expected \"key=value\", got \"x\""),
        shell.run("relation-set", "--file", "-", "x"));
  }

  @Test
  void anOldFormatFlagOnlyEarnsAWarning() {
    assertEquals(
        new Shell.Reply(0, "", "--format flag deprecated for command \"relation-set\""),
        shell.run("relation-set", "--format", "foo", "a=b"));
    assertEquals(List.of("unit bag of 7: {a=b}"), context.done);
  }

  @Test
  void aLeaderWritesTheApplicationsBag() {
    context.leader = true;

    assertEquals(silent(), shell.run("relation-set", "--app", "a=b"));
    assertEquals(List.of("application bag of 7: {a=b}"), context.done);
  }

  @Test
  void onlyALeaderWritesTheApplicationsBag() {
    assertEquals(
        failed("cannot write relation settings"), shell.run("relation-set", "--app", "a=b"));
    assertEquals(List.of(), context.done);
  }

  @Test
  void failuresSayWhatCouldNotBeDone() {
    context.refusal = Optional.of("permission denied (unauthorized access)");

    assertEquals(
        failed("cannot read relation settings: permission denied (unauthorized access)"),
        shell.run("relation-set", "a=b"));
    assertEquals(
        failed("cannot determine leadership status: permission denied (unauthorized access)"),
        shell.run("relation-set", "--app", "a=b"));
    context.leader = true;
    assertEquals(
        failed(
            "cannot read relation application settings: permission denied (unauthorized access)"),
        shell.run("relation-set", "--app", "a=b"));
  }
}
