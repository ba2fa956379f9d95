package dev.charmsignals.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.fake.FakeAgent;
import dev.charmsignals.fake.FakeDeclarations;
import dev.charmsignals.fake.FakeHook;
import dev.charmsignals.hook.HookEnvironment;
import dev.charmsignals.hooktools.HookTools;
import dev.charmsignals.name.RelationId;
import dev.charmsignals.name.UnitName;
import dev.charmsignals.record.InvalidRecordException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RelationTest {

  private static final UnitName MYSQL = new UnitName("mysql/0");

  private final FakeAgent agent = new FakeAgent();

  @Nested
  class Reading {

    @Test
    void readsTheRemoteBagsOnce() {
      agent
          .answer("relation-get -r db:7 - mysql/0", "{\"host\":\"10.0.0.1\"}")
          .answer("relation-get -r db:7 --app - mysql", "{\"version\":\"8\"}")
          .answer("relation-list -r db:7", "[\"mysql/0\",\"mysql/1\"]");
      Relation relation = database("changed");

      for (int i = 0; i < 2; i++) {
        assertEquals(Map.of("host", "10.0.0.1"), relation.unitBag(MYSQL));
        assertEquals(Map.of("version", "8"), relation.applicationBag());
        assertEquals(List.of(MYSQL, new UnitName("mysql/1")), relation.units());
      }

      assertEquals(
          List.of(
              "relation-get -r db:7 - mysql/0",
              "relation-get -r db:7 --app - mysql",
              "relation-list -r db:7"),
          agent.calls());
    }

    @Test
    void saysWhoWritesABagThatThisUnitCannot() {
      agent
          .answer("relation-get -r db:7 - mysql/0", "{\"host\":\"10.0.0.1\"}")
          .answer("relation-get -r db:7 --app - mysql", "{}");
      Map<String, String> unitBag = database("changed").unitBag(MYSQL);
      Map<String, String> applicationBag = database("changed").applicationBag();

      assertEquals(
          List.of(
              "app/1 may not touch the unit bag of mysql/0 in db:7: this is what was read of it, and"
                  + " only mysql/0 writes it, through ownUnitBag(). Write to ownUnitBag(), which the"
                  + " remote units read",
              "app/1 may not touch the application bag of mysql in db:7: this is what was read of it,"
                  + " and only the leader of mysql writes it, through ownApplicationBag(). Write to"
                  + " ownUnitBag(), or as leader to ownApplicationBag()"),
          List.of(
              assertThrows(DatabagAccessException.class, () -> unitBag.put("a", "1")).getMessage(),
              assertThrows(DatabagAccessException.class, applicationBag::clear).getMessage()));
      assertThrows(DatabagAccessException.class, () -> unitBag.remove("host"));
      assertEquals(Map.of("host", "10.0.0.1"), unitBag);
    }

    @Test
    void asksForTheRemoteApplicationWhereTheHookDoesNotSay() {
      agent.answer("relation-list -r web:3 --app", "\"nginx\"");
      HookSession session = session(FakeHook.ofDatabase("changed"));

      assertEquals("nginx", session.relation(new RelationId("web", 3)).application());
      assertEquals("mysql", session.relation(new RelationId("db", 7)).application());
      assertEquals("app", session.relation(new RelationId("cluster", 1)).application());
      assertEquals(List.of("relation-list -r web:3 --app"), agent.calls());
    }

    @Test
    void takesAPeersApplicationBagForItsOwn() {
      agent
          .answer("is-leader", "true")
          .answer("relation-get -r cluster:1 --app - app", "{\"seed\":\"app/0\"}");
      Relation peers = peers();

      peers.ownApplicationBag().put("size", "3");

      assertEquals(Map.of("seed", "app/0", "size", "3"), peers.applicationBag());
    }
  }

  @Nested
  class Writing {

    @Test
    void showsPendingWritesToLaterReads() {
      agent.answer("relation-get -r db:7 - app/1", "{\"a\":\"1\",\"b\":\"2\",\"c\":\"3\"}");
      Relation relation = database("changed");
      Databag bag = relation.ownUnitBag();

      bag.put("a", "changed");
      bag.remove("b");
      bag.put("d", "4");

      assertEquals(Map.of("a", "changed", "c", "3", "d", "4"), bag);
      assertEquals(List.of("a", "c", "d"), List.copyOf(bag.asMap().keySet()));
      assertEquals(Map.of("a", "changed", "c", "3", "d", "4"), relation.unitBag(app(1)));
      assertFalse(bag.containsKey("b"));
    }

    @Test
    void doesNotReadTheBagJustToWriteIt() {
      Relation relation = database("changed");

      relation.ownUnitBag().put("a", "1");
      relation.ownUnitBag().remove("b");
      relation.commit();

      assertEquals(
          List.of("relation-set -r db:7 --file - < \"a\": \"1\"\n\"b\": \"\""), agent.calls());
    }

    @Test
    void sendsOnlyWhatDiffersFromWhatWasRead() {
      agent.answer("relation-get -r db:7 - app/1", "{\"a\":\"1\",\"b\":\"2\"}");
      Relation relation = database("changed");
      Databag bag = relation.ownUnitBag();

      bag.put("a", bag.getOrDefault("a", "none"));
      bag.put("b", "3");
      bag.remove("never there");
      relation.commit();

      assertEquals(
          List.of("relation-get -r db:7 - app/1", "relation-set -r db:7 --file - < \"b\": \"3\""),
          agent.calls());
    }

    @Test
    void sendsNothingWhenNothingChanged() {
      agent.answer("relation-get -r db:7 - app/1", "{\"a\":\"1\"}");
      Relation relation = database("changed");
      Databag bag = relation.ownUnitBag();

      bag.merge("a", "2", String::concat);
      bag.put("a", "1");
      bag.putIfAbsent("b", "2");
      bag.remove("b");
      relation.commit();

      assertEquals(List.of("relation-get -r db:7 - app/1"), agent.calls());
    }

    @Test
    void changesTheBagThroughItsEntries() {
      agent.answer("relation-get -r db:7 - app/1", "{\"a\":\"1\",\"b\":\"2\",\"c\":\"3\"}");
      Relation relation = database("changed");
      Databag bag = relation.ownUnitBag();

      bag.keySet().removeIf("a"::equals);
      bag.replaceAll((key, value) -> key + value);
      relation.commit();

      assertEquals(Map.of("b", "b2", "c", "c3"), bag);
      assertEquals(
          List.of(
              "relation-get -r db:7 - app/1",
              "relation-set -r db:7 --file - < \"a\": \"\"\n\"b\": \"b2\"\n\"c\": \"c3\""),
          agent.calls());
    }

    @Test
    void keepsValuesOutOfItsText() {
      agent.answer("relation-get -r db:7 - app/1", "{\"password\":\"secret\"}");

      assertEquals(
          "the unit bag of app/1 in db:7, 1 entries", database("changed").ownUnitBag().toString());
    }
  }

  @Nested
  class Explains {

    @Test
    void whoMayWriteTheApplicationBagBeforeJujuIsAsked() {
      agent.answer("is-leader", "false");
      Databag bag = database("changed").ownApplicationBag();

      var refused = assertThrows(DatabagAccessException.class, () -> bag.put("a", "1"));

      assertEquals(
          "app/1 may not touch the application bag of app in db:7: it is not the leader, and only"
              + " the leader writes an application's bag. Ask isLeader() first, or use the unit's"
              + " bag, which each unit writes for itself",
          refused.getMessage());
      assertEquals(
          List.of(app(1), new RelationId("db", 7), "application bag of app", Optional.of(false)),
          List.of(refused.unit(), refused.relation(), refused.bag(), refused.leader()));
      assertEquals(List.of("is-leader"), agent.calls());
    }

    @Test
    void whoMayReadItsOwnApplicationBag() {
      agent.answer("is-leader", "false");
      Databag bag = database("changed").ownApplicationBag();

      var refused = assertThrows(DatabagAccessException.class, () -> bag.get("a"));

      assertEquals(
          "app/1 may not touch the application bag of app in db:7: it is not the leader, and only"
              + " the leader reads its own application's bag. Ask isLeader() first, or have the"
              + " leader keep a copy in a peer relation",
          refused.getMessage());
      assertThrows(DatabagAccessException.class, bag::size);
      assertThrows(DatabagAccessException.class, bag::asMap);
      assertEquals(List.of("is-leader"), agent.calls());
    }

    @Test
    void thatEveryPeerReadsTheApplicationBagButOnlyTheLeaderWritesIt() {
      agent
          .answer("is-leader", "false")
          .answer("relation-get -r cluster:1 --app - app", "{\"seed\":\"app/0\"}");
      Databag bag = peers().ownApplicationBag();

      assertEquals(Map.of("seed", "app/0"), bag);
      assertThrows(DatabagAccessException.class, () -> bag.remove("seed"));
      assertEquals(List.of("relation-get -r cluster:1 --app - app", "is-leader"), agent.calls());
    }

    @Test
    void thatABrokenRelationTakesNoWrites() {
      Relation relation = database("broken");

      var refused =
          assertThrows(DatabagAccessException.class, () -> relation.ownUnitBag().put("a", "1"));

      assertEquals(
          "app/1 may not touch the unit bag of app/1 in db:7: the relation is broken, so nobody"
              + " would read what is written. Write no later than in the departed hooks, or keep"
              + " it in charm state",
          refused.getMessage());
      assertEquals(Optional.empty(), refused.leader());
      assertTrue(relation.isBroken());
      assertEquals(List.of(), agent.calls());
    }

    @Test
    void thatOtherRelationsTakeWritesInABrokenHook() {
      Relation other = session(FakeHook.ofDatabase("broken")).relation(new RelationId("db", 8));

      other.ownUnitBag().put("a", "1");
      other.commit();

      assertEquals(List.of("relation-set -r db:8 --file - < \"a\": \"1\""), agent.calls());
    }

    @Test
    void whichEntriesJujuWouldNotKeep() {
      Databag bag = database("changed").ownUnitBag();

      assertEquals(
          List.of("", "a b", "k\u00E9y", "a=b", "ingress-address", "egress-subnets"),
          List.of(
              refusedKey(bag, "", "1"),
              refusedKey(bag, "a b", "1"),
              refusedKey(bag, "k\u00E9y", "1"),
              refusedKey(bag, "a=b", "1"),
              refusedKey(bag, "ingress-address", "1"),
              refusedKey(bag, "egress-subnets", "1")));
      assertEquals(
          "Key \"a\" of the unit bag of app/1 in db:7 cannot have an empty value, which Juju takes"
              + " for none; use remove",
          assertThrows(RefusedEntryException.class, () -> bag.put("a", "")).getMessage());
      assertEquals("private-address", refusedKey(bag, "private-address", "1"));
      assertEquals("a", refusedKey(bag, "a", "\uD83D"));
      assertEquals(List.of(), agent.calls());
    }

    private static String refusedKey(Databag bag, String key, String value) {
      return assertThrows(RefusedEntryException.class, () -> bag.put(key, value)).key();
    }
  }

  @Nested
  class Records {

    record Request(String name, Optional<Integer> size) {}

    @Test
    void areWrittenKeyByKeyWhereTheyDiffer() {
      agent.answer(
          "relation-get -r db:7 - app/1", "{\"name\":\"\\\"shop\\\"\",\"size\":\"1\",\"x\":\"y\"}");
      Relation relation = database("changed");

      relation.ownUnitBag().save(new Request("shop", Optional.empty()));
      Optional<Request> loaded = relation.ownUnitBag().load(Request.class);
      relation.commit();

      assertEquals(Optional.of(new Request("shop", Optional.empty())), loaded);
      assertEquals(
          List.of("relation-get -r db:7 - app/1", "relation-set -r db:7 --file - < \"size\": \"\""),
          agent.calls());
    }

    @Test
    void areEmptyWhereNothingIsSaved() {
      agent.answer("relation-get -r db:7 - app/1", "{\"x\":\"y\"}");

      assertEquals(Optional.empty(), database("changed").ownUnitBag().load(Request.class));
    }

    @Test
    void ofOnesOwnThrowWhereTheyDoNotFit() {
      agent.answer("relation-get -r db:7 - app/1", "{\"name\":\"secret\",\"size\":\"{}\"}");
      Databag bag = database("changed").ownUnitBag();

      var invalid = assertThrows(InvalidRecordException.class, () -> bag.load(Request.class));

      assertEquals(
          "the unit bag of app/1 in db:7 does not fit Request:\n"
              + "- name is not JSON, in which a string has quotes\n"
              + "- size is not a whole number from -2147483648 to 2147483647, but an object\n"
              + "Save the record anew, or read() it",
          invalid.getMessage());
    }

    @Test
    void areRefusedWhereABagCannotBeWrittenBeforeItIsRead() {
      Databag bag = database("broken").ownUnitBag();

      assertThrows(
          DatabagAccessException.class, () -> bag.save(new Request("shop", Optional.empty())));
      assertEquals(List.of(), agent.calls());
    }
  }

  private Relation database(String step) {
    return session(FakeHook.ofDatabase(step)).relation(new RelationId("db", 7));
  }

  private Relation peers() {
    return session(FakeHook.lifecycle("start")).relation(new RelationId("cluster", 1));
  }

  private HookSession session(Map<String, String> environment) {
    return new HookSession(
        new HookTools(agent), HookEnvironment.of(environment), new FakeDeclarations());
  }

  private static UnitName app(int number) {
    return new UnitName("app/" + number);
  }
}
