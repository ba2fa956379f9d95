package dev.charmsignals.testkit.command;

import static dev.charmsignals.testkit.command.Shell.Reply.misused;
import static dev.charmsignals.testkit.command.Shell.Reply.printed;
import static dev.charmsignals.testkit.command.Shell.Reply.silent;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlagParsingTest {

  private final InMemoryContext context =
      new InMemoryContext()
          .inChangedHook()
          .withBag("7 pong/1", Map.of("a", "1"))
          .withBag("7 pong", Map.of("b", "2"))
          .withBag("0 pong/1", Map.of("c", "3"));
  private final Shell shell = new Shell(context);

  @Test
  void flagsMixWithPositionals() {
    assertEquals(printed("\"1\"\n"), shell.run("relation-get", "a", "--format", "json", "pong/1"));
  }

  @Test
  void aDoubleDashEndsFlags() {
    assertEquals(silent(), shell.run("status-set", "active", "--", "--all good"));
    assertEquals(List.of("unit is active: --all good"), context.done);
  }

  @Test
  void aDashAloneIsPositional() {
    assertEquals(printed("{\"a\":\"1\"}\n"), shell.run("relation-get", "--format=json", "-"));
  }

  @Test
  void aLongFlagTakesItsValueBehindAnEqualsSignOrNext() {
    assertEquals(printed("{\"a\":\"1\"}\n"), shell.run("relation-get", "--format=json"));
    assertEquals(printed("{\"a\":\"1\"}\n"), shell.run("relation-get", "--format", "json"));
  }

  @Test
  void aOneLetterFlagTakesTheRestOfTheBundleOrTheNextArgument() {
    context.endpoints.put(0, "other");

    assertEquals(printed("c: \"3\"\n"), shell.run("relation-get", "-r0"));
    assertEquals(printed("c: \"3\"\n"), shell.run("relation-get", "-r", "0"));
    assertEquals(
        misused("invalid value \"=0\" for option -r: invalid relation id"),
        shell.run("relation-get", "-r=0"));
  }

  @Test
  void oneLetterFlagsAreBundled() {
    context.config.put("k", "v");

    assertEquals(printed("k: v\n"), shell.run("config-get", "-aa"));
    assertEquals(misused("option provided but not defined: -x"), shell.run("config-get", "-ax"));
    assertEquals(misused("option needs an argument: -o"), shell.run("config-get", "-ao"));
  }

  @Test
  void aSwitchTakesAValueOnlyBehindAnEqualsSign() {
    assertEquals(printed("b: \"2\"\n"), shell.run("relation-get", "--app=true"));
    assertEquals(printed("a: \"1\"\n"), shell.run("relation-get", "--app=0"));
    assertEquals(
        misused(
            "invalid value \"maybe\" for option --app:"
                + " strconv.ParseBool: parsing \"maybe\": invalid syntax"),
        shell.run("relation-get", "--app=maybe"));
    assertEquals(
        misused(
            "invalid value \"=true\" for option -a:"
                + " strconv.ParseBool: parsing \"=true\": invalid syntax"),
        shell.run("config-get", "-a=true"));
  }

  @Test
  void anUnknownFlagIsRefused() {
    assertEquals(
        misused("option provided but not defined: --colour"),
        shell.run("relation-get", "--colour=red"));
    assertEquals(misused("option provided but not defined: -x"), shell.run("juju-log", "-x"));
    assertEquals(misused("option provided but not defined: -x"), shell.run("juju-log", "--x"));
    assertEquals(misused("empty option in argument \"--=x\""), shell.run("juju-log", "--=x"));
  }

  @Test
  void freeTextThatBeginsWithADashIsTakenForAFlag() {
    assertEquals(
        misused("option provided but not defined: -1"), shell.run("juju-log", "-1 is not enough"));
    assertEquals(List.of(), context.done);
  }

  @Test
  void aFlagWithoutItsValueIsRefused() {
    assertEquals(
        misused("option needs an argument: --format"), shell.run("relation-get", "--format"));
    assertEquals(misused("option needs an argument: -r"), shell.run("relation-get", "-r"));
  }

  @Test
  void anUnknownFormatIsRefused() {
    assertEquals(
        misused("invalid value \"xml\" for option --format: unknown format \"xml\""),
        shell.run("relation-get", "--format", "xml"));
    assertEquals(
        misused("invalid value \"smart\" for option --format: unknown format \"smart\""),
        shell.run("goal-state", "--format", "smart"));
  }

  @Test
  void surplusPositionalsAreRefused() {
    assertEquals(
        misused("unrecognized args: [\"x\" \"y\\n\"]"),
        shell.run("relation-get", "a", "pong/1", "x", "y\n"));
    assertEquals(misused("unrecognized args: [\"x\"]"), shell.run("relation-list", "x"));
    assertEquals(misused("unrecognized args: [\"x\"]"), shell.run("is-leader", "x"));
  }

  @Test
  void helpIsPrintedAndSucceeds() {
    assertEquals(
        printed(
            """
            Usage: state-set [options] key=value [key=value ...]

            Summary:
            Set values of the charm state.

            Options:
            --file
                file containing key-value pairs
            """),
        shell.run("state-set", "--help"));
    assertEquals(shell.run("state-set", "--help"), shell.run("state-set", "-h", "--bad"));
  }

  @Test
  void everyCommandHasHelp() {
    for (String name : new HookCommands().names()) {
      Shell.Reply reply = shell.run(name, "--help");
      assertTrue(reply.stdout().startsWith("Usage: " + name), name);
    }
  }

  @Test
  void onlyTheNumberBehindTheLastColonChoosesARelation() {
    context.endpoints.put(0, "other");

    assertEquals(printed("c: \"3\"\n"), shell.run("relation-get", "-r", "no:such:endpoint:0"));
    assertEquals(printed("c: \"3\"\n"), shell.run("relation-get", "--relation", "0"));
  }

  @Test
  void anUnsuitableRelationIsRefused() {
    assertEquals(
        misused("invalid value \"bad\" for option -r: invalid relation id"),
        shell.run("relation-get", "-r", "bad"));
    assertEquals(
        misused("invalid value \"x:9\" for option -r: relation not found"),
        shell.run("relation-get", "-r", "x:9"));
    assertEquals(
        misused("invalid value \"x:\" for option --relation: invalid relation id"),
        shell.run("relation-list", "--relation", "x:"));
    assertEquals(
        misused("invalid value \"-1\" for option -r: relation not found"),
        shell.run("relation-set", "-r", "-1"));
  }

  @Test
  void withoutAHooksRelationOneMustBeNamed() {
    Shell outside = new Shell(new InMemoryContext());

    assertEquals(misused("no relation id specified"), outside.run("relation-get", "a", "b/0"));
    assertEquals(misused("no relation id specified"), outside.run("relation-set", "a=b"));
    assertEquals(misused("no relation id specified"), outside.run("relation-list"));
    assertEquals(misused("no relation id specified"), outside.run("relation-model-get"));
  }
}
