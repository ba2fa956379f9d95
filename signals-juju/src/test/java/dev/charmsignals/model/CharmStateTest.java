package dev.charmsignals.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.charmsignals.fake.FakeAgent;
import dev.charmsignals.hooktools.HookTools;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class CharmStateTest {

  private final FakeAgent agent = new FakeAgent();
  private final CharmState state = new CharmState(new HookTools(agent));

  @Test
  void asksNothingUntilItIsUsed() {
    state.commit();

    assertEquals(List.of(), agent.calls());
  }

  @Test
  void readsOnceAndShowsPendingWritesToLaterReads() {
    agent.answer("state-get", "{\"a\":\"1\",\"b\":\"2\",\"other\":\"3\"}");

    state.put("a", "changed");
    state.remove("b");
    state.put("c", "");

    assertEquals(
        List.of(Optional.of("changed"), Optional.empty(), Optional.of(""), Optional.of("3")),
        List.of(state.get("a"), state.get("b"), state.get("c"), state.get("other")));
    assertEquals(List.of("a", "c", "other"), state.keys(""));
    assertEquals(List.of("other"), state.keys("o"));
    assertEquals(List.of("state-get"), agent.calls());
  }

  @Test
  void writesAllChangesInOneStateSetAndDeletesWhatIsRemoved() {
    agent.answer("state-get", "{\"a\":\"1\",\"b\":\"2\",\"c\":\"3\"}");

    state.put("new", "n");
    state.put("a", "changed");
    state.put("b", "2");
    state.remove("c");
    state.remove("never there");
    state.commit();

    assertEquals(
        List.of(
            "state-get",
            "state-set --file - < \"a\": \"changed\"\n\"new\": \"n\"",
            "state-delete -- c"),
        agent.calls());
  }

  @Test
  void writesNothingWhenEverythingIsAsItWas() {
    agent.answer("state-get", "{\"a\":\"1\"}");

    state.put("a", "2");
    state.put("b", "new");
    state.put("a", "1");
    state.remove("b");
    state.commit();

    assertEquals(List.of("state-get"), agent.calls());
  }

  @Test
  void takesNoStateForAnEmptyOne() {
    agent.answer("state-get", "null");

    assertEquals(Optional.empty(), state.get("a"));
    assertEquals(List.of(), state.keys(""));
  }

  @Nested
  class LongValues {

    private final String limit = "x".repeat(65_536);

    @Test
    void areSplitOver64KiB() {
      state.put("fits", limit);
      state.put("long", limit + limit + "!");
      state.commit();

      assertEquals(
          List.of(
              "state-get",
              "state-set --file - < \"fits\": \"%s\"\n\"long\": \"%s\"\n\"long#2\": \"%s\"\n\"long#3\": \"!\""
                  .formatted(limit, limit, limit)),
          agent.calls());
    }

    @Test
    void areSplitBetweenCodePoints() {
      // 65,535 bytes, so the smiley's four do not fit, and neither do the euro's three after it.
      String head = "x".repeat(65_535);
      state.put("smiley", head + "\uD83D\uDE00");
      state.put("euro", head + "\u20AC");
      state.commit();

      assertEquals(
          List.of(
              "state-get",
              "state-set --file - < \"euro\": \"%s\"\n\"euro#2\": \"\u20AC\"\n\"smiley\": \"%s\"\n\"smiley#2\": \"\uD83D\uDE00\""
                  .formatted(head, head)),
          agent.calls());
    }

    @Test
    void areJoinedWhenRead() {
      agent.answer("state-get", "{\"long\":\"ab\",\"long#2\":\"cd\",\"long#3\":\"e\"}");

      assertEquals(Optional.of("abcde"), state.get("long"));
      assertEquals(List.of("long"), state.keys(""));
    }

    @Test
    void leaveNoPieceBehindWhenTheyShrink() {
      agent.answer(
          "state-get", "{\"a\":\"ab\",\"a#2\":\"cd\",\"a#3\":\"e\",\"b\":\"1\",\"b#2\":\"2\"}");

      state.put("a", "ab");
      state.remove("b");
      state.commit();

      assertEquals(
          List.of(
              "state-get",
              "state-delete -- a#2",
              "state-delete -- a#3",
              "state-delete -- b",
              "state-delete -- b#2"),
          agent.calls());
    }

    @Test
    void areNotMistakenForKeysOfAnotherFramework() {
      agent.answer(
          "state-get",
          "{\"#notices#\":\"1\",\"x#2\":\"2\",\"y\":\"3\",\"y#02\":\"4\",\"y#3\":\"5\"}");

      assertEquals(List.of("#notices#", "x#2", "y", "y#02", "y#3"), state.keys(""));
      assertEquals(Optional.of("3"), state.get("y"));
    }
  }

  @Nested
  class Refuses {

    @Test
    void keysThatJujuCannotKeep() {
      state.put("k".repeat(256), "fits");
      state.put("k".repeat(254), "x".repeat(65_537));

      assertEquals(
          List.of(
              "k".repeat(257), "\u00E9".repeat(129), "k".repeat(255), "", "a#2", "\uD83D", "value"),
          List.of(
              refusedKey("k".repeat(257), ""),
              refusedKey("\u00E9".repeat(129), ""),
              refusedKey("k".repeat(255), "x".repeat(65_537)),
              refusedKey("", "v"),
              refusedKey("a#2", "v"),
              refusedKey("\uD83D", "v"),
              refusedKey("value", "\uDE00")));
    }

    @Test
    void keysOfTheToolkitWhereTheCharmWritesThem() {
      agent.answer("state-get", "{\"charm-signals/talk/2\":\"{}\"}");
      CharmState ofCharm = state.ofCharm();
      for (Executable change :
          List.<Executable>of(
              () -> ofCharm.put("charm-signals/talk/2", ""),
              () -> ofCharm.remove("charm-signals/talk/2"))) {
        assertEquals(
            "Key \"charm-signals/talk/2\" of charm state belongs to the toolkit, which remembers"
                + " there how far signals have come; use another, such as \"my-talk/2\"",
            assertThrows(RefusedEntryException.class, change).getMessage());
      }
      assertEquals(Optional.of("{}"), ofCharm.get("charm-signals/talk/2"));

      state.put("charm-signals/talk/2", "[]");
      ofCharm.put("mine", "1");
      assertEquals(Optional.of("[]"), ofCharm.get("charm-signals/talk/2"));
      assertEquals(Optional.of("1"), state.get("mine"));
      assertEquals(List.of("state-get"), agent.calls());
    }

    @Test
    void moreThanJujuKeepsAndNamesTheLargestKey() {
      agent.answer("state-get", "{\"small\":\"1\"}");
      state.put("large", "x".repeat(1_500_000));
      state.put("medium", "\u00E9".repeat(400_000));

      var refused = assertThrows(StateLimitException.class, state::commit);

      assertEquals(Map.of("small", 1, "large", 1_500_000, "medium", 800_000), refused.sizes());
      assertEquals(
          "Charm state would take %d bytes and Juju keeps 2097152; the largest value is \"large\": keep less"
              .formatted(refused.bytes()),
          refused.getMessage());
      assertEquals(List.of("state-get"), agent.calls());
    }

    private String refusedKey(String key, String value) {
      return assertThrows(RefusedEntryException.class, () -> state.put(key, value)).key();
    }
  }
}
