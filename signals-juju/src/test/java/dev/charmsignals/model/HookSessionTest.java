package dev.charmsignals.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.charmsignals.fake.FakeAgent;
import dev.charmsignals.fake.FakeDeclarations;
import dev.charmsignals.fake.FakeHook;
import dev.charmsignals.hook.HookEnvironment;
import dev.charmsignals.hooktools.HookTools;
import dev.charmsignals.hooktools.ReportedStatus;
import dev.charmsignals.name.RelationId;
import dev.charmsignals.name.UndeclaredEndpointException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HookSessionTest {

  private final FakeAgent agent = new FakeAgent();
  private final HookSession session =
      new HookSession(
          new HookTools(agent),
          HookEnvironment.of(FakeHook.ofDatabase("changed")),
          new FakeDeclarations());
  private final Relation relation = session.relation(new RelationId("db", 7));

  @Test
  void listsTheRelationsOfAnEndpointByNumber() {
    agent.answer("relation-ids -- db", "[\"db:10\",\"db:7\"]");

    List<Relation> relations = session.relations("db");

    assertEquals(List.of("db:7", "db:10"), relations.stream().map(Relation::toString).toList());
    assertSame(relation, relations.get(0));
    assertSame(relations, session.relations("db"));
    assertEquals(List.of("relation-ids -- db"), agent.calls());
  }

  @Test
  void refusesAnEndpointThatIsNotDeclared() {
    var refused =
        assertThrows(UndeclaredEndpointException.class, () -> session.relations("database"));

    assertEquals("database", refused.endpoint());
    assertEquals(List.of("db", "web", "cluster"), refused.declared());
    assertEquals(List.of(), agent.calls());
  }

  @Test
  void remembersForTheHookThatTheUnitIsNotTheLeader() {
    agent.answer("is-leader", "false");
    boolean first = session.isLeader();
    agent.answer("is-leader", "true");

    assertEquals(List.of(false, false), List.of(first, session.unit().isLeader()));
    assertEquals(List.of("is-leader"), agent.calls());
  }

  @Nested
  class Committing {

    @Test
    void writesOneRelationSetPerRelationAndBag() {
      agent.answer("is-leader", "true");
      Relation other = session.relation(new RelationId("web", 3));

      relation.ownUnitBag().put("a", "1");
      other.ownUnitBag().put("c", "3");
      relation.ownApplicationBag().put("d", "4");
      relation.ownUnitBag().put("b", "2");
      session.state().put("s", "5");
      session.commit();

      assertEquals(
          List.of(
              "is-leader",
              "relation-set -r web:3 --file - < \"c\": \"3\"",
              "relation-set -r db:7 --file - < \"a\": \"1\"\n\"b\": \"2\"",
              "relation-set -r db:7 --app --file - < \"d\": \"4\"",
              "state-get",
              "state-set --file - < \"s\": \"5\""),
          agent.calls());
    }

    @Test
    void sendsNothingWhenNothingChanged() {
      agent.answer("relation-get -r db:7 - app/1", "{\"a\":\"1\"}");
      agent.answer("state-get", "{\"s\":\"1\"}");

      relation.ownUnitBag().put("a", relation.ownUnitBag().getOrDefault("a", ""));
      session.state().put("s", "1");
      session.commit();

      assertEquals(List.of("relation-get -r db:7 - app/1", "state-get"), agent.calls());
    }

    @Test
    void doesInOrderWhatWasLeftForTheEnd() {
      List<String> done = new ArrayList<>();
      session.beforeCommit(
          () -> {
            done.add("first");
            session.beforeCommit(() -> done.add("third"));
            relation.ownUnitBag().put("a", "1");
          });
      session.beforeCommit(() -> done.add("second"));

      session.commit();

      assertEquals(List.of("first", "second", "third"), done);
      assertEquals(List.of("relation-set -r db:7 --file - < \"a\": \"1\""), agent.calls());
    }
  }

  @Nested
  class GoingBack {

    @Test
    void forgetsAllThatBecamePendingAfterTheSavepoint() {
      var counter = new Counter();
      session.enlist(counter);
      session.state().put("kept", "1");
      relation.ownUnitBag().put("kept", "2");
      session.unit().setStatus(Status.active("kept"));
      counter.value = 1;

      Savepoint savepoint = session.savepoint();
      session.state().put("lost", "1");
      session.state().remove("kept");
      relation.ownUnitBag().put("kept", "lost");
      session.relation(new RelationId("web", 3)).ownUnitBag().put("opened-later", "lost");
      session.unit().setStatus(Status.blocked("lost"));
      counter.value = 2;
      var enlistedLater = new Counter();
      session.enlist(enlistedLater);
      enlistedLater.value = 3;
      session.rollback(savepoint);
      session.commit();

      assertEquals(
          List.of(
              "relation-set -r db:7 --file - < \"kept\": \"2\"",
              "state-get",
              "state-set --file - < \"kept\": \"1\"",
              "status-get --include-data",
              "status-set -- active kept"),
          agent.calls());
      assertEquals(List.of(1, 0), List.of(counter.value, enlistedLater.value));
    }

    @Test
    void worksTwiceWithOneSavepoint() {
      Savepoint savepoint = session.savepoint();

      for (int i = 0; i < 2; i++) {
        session.state().put("lost", "1");
        session.rollback(savepoint);
      }
      session.commit();

      assertEquals(List.of(), agent.calls());
    }

    /** A participant that has pending writes of its own. */
    private static final class Counter implements Participant<Integer> {

      private int value;

      @Override
      public Integer mark() {
        return value;
      }

      @Override
      public void reset(Integer mark) {
        value = mark;
      }
    }
  }

  @Nested
  class Statuses {

    @Test
    void showTheLastAtTheEndOfTheHook() {
      agent.answer("is-leader", "true");

      session.unit().setStatus(Status.waiting("for the database"));
      session.application().setStatus(Status.blocked("needs a licence"));
      session.unit().setStatus(Status.active());
      List<String> beforeTheEnd = agent.calls();
      session.commit();

      assertEquals(List.of("is-leader"), beforeTheEnd);
      assertEquals(
          List.of(
              "is-leader",
              "state-get",
              "state-set --file - < \"charm-signals/.application-status\": \"\"",
              "status-get --include-data",
              "status-set -- active ",
              "status-set --application -- blocked needs a licence"),
          agent.calls());
    }

    @Test
    void quoteARemoteOnOneLineThatEveryTransportCanCarry() {
      session.unit().setStatus(Status.blocked("a\0b\nc\u001b[31m\ud800 \u202e\u00fc\ud83d\ude00"));
      session.commit();

      assertEquals(
          List.of(
              "status-get --include-data",
              "status-set -- blocked a\\u0000b c\\u001b[31m\ufffd \\u202e\u00fc\ud83d\ude00"),
          agent.calls());
    }

    @Test
    void areCutBetweenCodePointsWhereNobodyReadsOn() {
      String start = "x".repeat(StatusText.MOST - 1);

      session.unit().setStatus(Status.blocked(start + "\ud83d\ude00".repeat(50_000)));

      assertEquals(
          new ReportedStatus("blocked", start + "... (cut, 104095 characters in all)"),
          session.unit().status());
    }

    @Test
    void showMaintenanceAtOnceInsteadOfWhatWaited() {
      session.unit().setStatus(Status.active());
      session.unit().setStatus(Status.maintenance("installing"));
      session.commit();

      assertEquals(
          List.of("status-get --include-data", "status-set -- maintenance installing"),
          agent.calls());
    }

    @Test
    void areReadAsThisHookHasSetThemAndElseAsJujuShowsThem() {
      agent.answer(
          "status-get --include-data",
          "{\"status\":\"unknown\",\"message\":\"\",\"status-data\":{}}");

      ReportedStatus before = session.unit().status();
      session.unit().setStatus(Status.maintenance("installing"));
      ReportedStatus meanwhile = session.unit().status();
      session.unit().setStatus(Status.active("done"));
      ReportedStatus after = session.unit().status();

      assertEquals(
          List.of(
              new ReportedStatus("unknown", ""),
              new ReportedStatus("maintenance", "installing"),
              new ReportedStatus("active", "done")),
          List.of(before, meanwhile, after));
      assertEquals(
          List.of("status-get --include-data", "status-set -- maintenance installing"),
          agent.calls());
    }

    @Test
    void ofABadConfigGiveWayOnlyToWhatIsAsUrgentAndGoBackWithASavepoint() {
      record Settings(int port) {}
      agent.answer("config-get --all", "{\"port\":\"x\"}");
      Savepoint before = session.savepoint();

      session.config().loadOrBlock(Settings.class);
      session.unit().setStatus(Status.waiting("for the database"));
      ReportedStatus insisted = session.unit().status();
      session.unit().setStatus(Status.blocked("no licence"));
      ReportedStatus outdone = session.unit().status();
      session.rollback(before);

      assertEquals(
          List.of(
              new ReportedStatus(
                  "blocked",
                  "config: port is not a whole number from -2147483648 to 2147483647, but a string"),
              new ReportedStatus("blocked", "no licence"),
              new ReportedStatus("unknown", "")),
          List.of(insisted, outdone, session.unit().status()));
    }

    @Test
    void canWaitForTheEndEvenIfTheyAreMaintenance() {
      session.unit().showAtEnd(Status.maintenance("upgrading"));
      List<String> beforeTheEnd = agent.calls();
      session.commit();

      assertEquals(List.of(), beforeTheEnd);
      assertEquals(
          List.of("status-get --include-data", "status-set -- maintenance upgrading"),
          agent.calls());
    }

    @Test
    void areNotShownAgainWhereTheyAreShown() {
      agent.answer(
          "status-get --include-data",
          "{\"message\":\"all is well\",\"status\":\"active\",\"status-data\":{\"a\":[{}]}}");

      session.unit().setStatus(Status.active("all is well"));
      session.commit();

      assertEquals(List.of("status-get --include-data"), agent.calls());
    }

    @Test
    void areShownAgainAfterAnotherOneOfTheSameHook() {
      agent.answer("status-get --include-data", "{\"message\":\"\",\"status\":\"active\"}");

      session.unit().setStatus(Status.maintenance("installing"));
      session.unit().setStatus(Status.active());
      session.commit();

      assertEquals(
          List.of(
              "status-get --include-data",
              "status-set -- maintenance installing",
              "status-set -- active "),
          agent.calls());
    }

    @Test
    void ofAnApplicationThatHasOneAreComparedToo() {
      agent.answer("is-leader", "true");
      agent.answer("state-get", "{\"charm-signals/.application-status\":\"\"}");
      agent.answer(
          "status-get --include-data --application",
          "{\"application-status\":{\"message\":\"\",\"status\":\"active\",\"units\":{}}}");

      session.application().setStatus(Status.active());
      session.commit();

      assertEquals(
          List.of("is-leader", "state-get", "status-get --include-data --application"),
          agent.calls());
    }

    @Test
    void ofTheApplicationAreTheLeadersToSet() {
      agent.answer("is-leader", "false");

      var refused =
          assertThrows(
              NotLeaderException.class,
              () -> session.application().setStatus(Status.maintenance("upgrading")));

      assertEquals(
          "app/1 is not the leader, and only the leader may set the application's status; ask"
              + " isLeader() first",
          refused.getMessage());
      assertEquals(List.of("is-leader"), agent.calls());
    }
  }

  @Test
  void showsTheWorkloadVersionAtOnce() {
    session.application().setVersion("14.2");

    assertEquals(List.of("application-version-set -- 14.2"), agent.calls());
  }

  @Test
  void readsConfigOnceAndByType() {
    agent.answer(
        "config-get --all",
        "{\"name\":\"x\",\"port\":5432,\"share\":0.5,\"whole\":2,\"debug\":true,\"absent\":null}");
    Config config = session.config();

    assertEquals(
        List.of(
            Optional.of("x"),
            Optional.of(5432L),
            Optional.of(0.5),
            Optional.of(2.0),
            Optional.of(true),
            Optional.empty()),
        List.of(
            config.string("name"),
            config.integer("port"),
            config.decimal("share"),
            config.decimal("whole"),
            config.bool("debug"),
            config.string("absent")));
    assertEquals(
        Map.of("name", "x", "port", 5432L, "share", 0.5, "whole", 2L, "debug", true),
        config.asMap());
    assertEquals(List.of("config-get --all"), agent.calls());
  }

  @Test
  void namesTheOptionThatWasMeant() {
    agent.answer("config-get --all", "{\"log-level\":\"info\",\"port\":null}");
    Config config = session.config();

    var near = assertThrows(UnknownOptionException.class, () -> config.string("loglevel"));
    var far = assertThrows(UnknownOptionException.class, () -> config.bool("debug"));

    assertEquals(
        List.of(
            "Config option \"loglevel\" is not declared in the charm's config, which declares"
                + " \"log-level\", \"port\"; did you mean \"log-level\"?",
            "Config option \"debug\" is not declared in the charm's config, which declares"
                + " \"log-level\", \"port\"; declare it below options"),
        List.of(near.getMessage(), far.getMessage()));
    assertEquals(Optional.of("log-level"), near.nearest());
  }

  @Test
  void saysWhichTypeAConfigOptionHas() {
    agent.answer("config-get --all", "{\"name\":\"x\",\"share\":0.5,\"debug\":true,\"port\":1}");
    Config config = session.config();

    assertEquals(
        List.of(
            "Config option \"name\" was read as int but is of type string;"
                + " use config().string(\"name\")",
            "Config option \"share\" was read as int but is of type float;"
                + " use config().decimal(\"share\")",
            "Config option \"debug\" was read as string but is of type boolean;"
                + " use config().bool(\"debug\")",
            "Config option \"port\" was read as string but is of type int;"
                + " use config().integer(\"port\")"),
        List.of(
            assertThrows(ConfigTypeException.class, () -> config.integer("name")).getMessage(),
            assertThrows(ConfigTypeException.class, () -> config.integer("share")).getMessage(),
            assertThrows(ConfigTypeException.class, () -> config.string("debug")).getMessage(),
            assertThrows(ConfigTypeException.class, () -> config.string("port")).getMessage()));
  }
}
