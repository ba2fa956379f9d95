package dev.charmsignals.testkit.command;

import static dev.charmsignals.testkit.command.Shell.Reply.failed;
import static dev.charmsignals.testkit.command.Shell.Reply.misused;
import static dev.charmsignals.testkit.command.Shell.Reply.printed;
import static dev.charmsignals.testkit.command.Shell.Reply.silent;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelationGetTest {

  private final InMemoryContext context =
      new InMemoryContext()
          .inChangedHook()
          .withBag("7 pong/1", Map.of("owner", "pong/1", "empty", ""))
          .withBag("7 pong/2", Map.of("owner", "pong/2"))
          .withBag("7 pong", Map.of("owner", "pong"));
  private final Shell shell = new Shell(context);

  @Test
  void aUnitsNameMeansThatUnitsBag() {
    assertEquals(printed("pong/2\n"), shell.run("relation-get", "owner", "pong/2"));
  }

  @Test
  void anApplicationsNameWithoutAppIsRefused() {
    assertEquals(
        misused("expected unit name, got application name \"pong\""),
        shell.run("relation-get", "owner", "pong"));
  }

  @Test
  void anythingElseIsNoUnitsName() {
    assertEquals(misused("invalid unit name \"Pong/1\""), shell.run("relation-get", "-", "Pong/1"));
    assertEquals(
        misused("invalid unit name \"pong/01\""), shell.run("relation-get", "-", "pong/01"));
    assertEquals(misused("invalid unit name \"\""), shell.run("relation-get", "-", ""));
  }

  @Test
  void withAppAnApplicationsNameMeansItsBag() {
    assertEquals(printed("pong\n"), shell.run("relation-get", "--app", "owner", "pong"));
  }

  @Test
  void withAppAUnitsNameMeansItsApplicationsBag() {
    assertEquals(printed("pong\n"), shell.run("relation-get", "--app", "owner", "pong/2"));
  }

  @Test
  void withAppAndNoNameTheHooksApplicationIsMeant() {
    assertEquals(printed("pong\n"), shell.run("relation-get", "--app", "owner"));
  }

  @Test
  void withoutANameTheHooksUnitIsMeant() {
    assertEquals(printed("pong/1\n"), shell.run("relation-get", "owner"));
  }

  @Test
  void withoutANameAndAUnitTheHooksApplicationIsMeant() {
    context.remoteUnit = Optional.empty();

    assertEquals(printed("pong\n"), shell.run("relation-get", "owner"));
  }

  @Test
  void outsideARelationHookANameIsNeeded() {
    context.remoteUnit = Optional.empty();
    context.remoteApplication = Optional.empty();

    assertEquals(misused("no unit or application specified"), shell.run("relation-get", "owner"));
    assertEquals(
        misused("no unit or application specified"), shell.run("relation-get", "--app", "owner"));
  }

  @Test
  void noKeyAnEmptyOneOrADashMeansTheWholeBag() {
    Shell.Reply whole = printed("{\"empty\":\"\",\"owner\":\"pong/1\"}\n");

    assertEquals(whole, shell.run("relation-get", "--format=json"));
    assertEquals(whole, shell.run("relation-get", "--format=json", ""));
    assertEquals(whole, shell.run("relation-get", "--format=json", "-", "pong/1"));
  }

  @Test
  void anEmptyBagIsAnEmptyMap() {
    assertEquals(printed("{}\n"), shell.run("relation-get", "-", "pong/3"));
    assertEquals(printed("{}\n"), shell.run("relation-get", "--format=json", "-", "pong/3"));
  }

  @Test
  void aMissingKeyIsNothing() {
    assertEquals(silent(), shell.run("relation-get", "missing"));
    assertEquals(silent(), shell.run("relation-get", "--format=yaml", "missing"));
    assertEquals(printed("null\n"), shell.run("relation-get", "--format=json", "missing"));
  }

  @Test
  void theContextsRefusalIsPrintedAsItIs() {
    context.refusal = Optional.of("permission denied");

    assertEquals(failed("permission denied"), shell.run("relation-get", "--app", "-", "ping"));
  }

  @Test
  void theOutputGoesToAFileRelativeToTheCaller(@TempDir Path dir) throws Exception {
    Shell there = new Shell(context, dir);

    assertEquals(silent(), there.run("relation-get", "-o", "bag", "owner"));
    assertEquals("pong/1\n", Files.readString(dir.resolve("bag")));
    assertEquals(silent(), there.run("relation-get", "--output=bag", "missing"));
    assertEquals("", Files.readString(dir.resolve("bag")));
    assertEquals(
        failed("open " + dir + "/no/bag: no such file or directory"),
        there.run("relation-get", "-ono/bag", "owner"));
  }
}
