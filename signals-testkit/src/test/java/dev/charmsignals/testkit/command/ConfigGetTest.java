package dev.charmsignals.testkit.command;

import static dev.charmsignals.testkit.command.Shell.Reply.misused;
import static dev.charmsignals.testkit.command.Shell.Reply.printed;
import static dev.charmsignals.testkit.command.Shell.Reply.silent;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigGetTest {

  private final InMemoryContext context = new InMemoryContext();
  private final Shell shell = new Shell(context);

  ConfigGetTest() {
    context.config.putAll(Map.of("on", true, "size", 1000000L, "name", "x", "rate", 0.5));
    context.unsetConfig.add("motd");
  }

  @Test
  void printsTheOptionsThatHaveAValue() {
    assertEquals(
        printed("name: x\non: true\nrate: 0.5\nsize: 1e+06\n".replace("on:", "\"on\":")),
        shell.run("config-get"));
    assertEquals(
        printed("{\"name\":\"x\",\"on\":true,\"rate\":0.5,\"size\":1000000}\n"),
        shell.run("config-get", "--format=json"));
  }

  @Test
  void printsNullsOnlyWhenAllAreAskedFor() {
    Shell.Reply all =
        printed("{\"motd\":null,\"name\":\"x\",\"on\":true,\"rate\":0.5,\"size\":1000000}\n");

    assertEquals(all, shell.run("config-get", "--all", "--format=json"));
    assertEquals(all, shell.run("config-get", "-a", "--format=json"));
    assertEquals(
        printed("motd: null\nname: x\n\"on\": true\nrate: 0.5\nsize: 1e+06\n"),
        shell.run("config-get", "-a"));
  }

  @Test
  void printsOneOption() {
    assertEquals(printed("True\n"), shell.run("config-get", "on"));
    assertEquals(printed("1e+06\n"), shell.run("config-get", "size"));
    assertEquals(printed("1000000\n"), shell.run("config-get", "size", "--format=json"));
    assertEquals(printed("\"x\"\n"), shell.run("config-get", "name", "--format=json"));
  }

  @Test
  void anUnknownOrUnsetOptionIsNothing() {
    assertEquals(silent(), shell.run("config-get", "missing"));
    assertEquals(printed("null\n"), shell.run("config-get", "missing", "--format=json"));
    assertEquals(printed("null\n"), shell.run("config-get", "motd", "--format=json"));
  }

  @Test
  void allAndAKeyExcludeEachOther() {
    assertEquals(
        misused("cannot use argument --all together with key \"size\""),
        shell.run("config-get", "--all", "size"));
    assertEquals(misused("unrecognized args: [\"b\"]"), shell.run("config-get", "a", "b"));
  }
}
