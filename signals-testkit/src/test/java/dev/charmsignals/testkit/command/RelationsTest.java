package dev.charmsignals.testkit.command;

import static dev.charmsignals.testkit.command.Shell.Reply.misused;
import static dev.charmsignals.testkit.command.Shell.Reply.printed;
import static dev.charmsignals.testkit.command.Shell.Reply.silent;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RelationsTest {

  private final InMemoryContext context = new InMemoryContext().inChangedHook();
  private final Shell shell = new Shell(context);

  @Test
  void relationIdsAreSortedAsTexts() {
    context.endpoints.put(2, "db");
    context.endpoints.put(10, "db");

    assertEquals(printed("db:10\ndb:2\n"), shell.run("relation-ids", "db"));
    assertEquals(
        printed("[\"db:10\",\"db:2\"]\n"), shell.run("relation-ids", "db", "--format=json"));
  }

  @Test
  void relationIdsAreOfTheHooksEndpointByDefault() {
    assertEquals(printed("channel:7\n"), shell.run("relation-ids"));
    assertEquals(
        misused("no endpoint name specified"),
        new Shell(new InMemoryContext()).run("relation-ids"));
    assertEquals(misused("unrecognized args: [\"b\"]"), shell.run("relation-ids", "a", "b"));
  }

  @Test
  void anUnknownEndpointHasNoRelations() {
    assertEquals(silent(), shell.run("relation-ids", "nothing"));
    assertEquals(printed("[]\n"), shell.run("relation-ids", "nothing", "--format=json"));
  }

  @Test
  void relationListSortsTheMembers() {
    context.members.addAll(List.of("pong/2", "pong/10"));

    assertEquals(printed("pong/10\npong/2\n"), shell.run("relation-list"));
    assertEquals(
        printed("[\"pong/10\",\"pong/2\"]\n"),
        shell.run("relation-list", "-r", "channel:7", "--format", "json"));
  }

  @Test
  void relationListWithoutMembersIsEmpty() {
    assertEquals(silent(), shell.run("relation-list"));
    assertEquals(printed("[]\n"), shell.run("relation-list", "--format=json"));
  }

  @Test
  void relationListKnowsTheApplicationEvenWithoutUnits() {
    assertEquals(printed("pong\n"), shell.run("relation-list", "--app"));
    assertEquals(printed("\"pong\"\n"), shell.run("relation-list", "--app", "--format=json"));
  }

  @Test
  void relationModelGetPrintsTheModel() {
    assertEquals(printed("uuid: uuid-of-7\n"), shell.run("relation-model-get"));
    assertEquals(
        printed("{\"uuid\":\"uuid-of-7\"}\n"),
        shell.run("relation-model-get", "-r", "7", "--format=json"));
  }
}
