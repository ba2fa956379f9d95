package dev.charmsignals.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.charmsignals.fake.FakeAgent;
import dev.charmsignals.fake.FakeDeclarations;
import dev.charmsignals.fake.FakeHook;
import dev.charmsignals.hook.HookEnvironment;
import dev.charmsignals.hooktools.HookTools;
import dev.charmsignals.record.InvalidRecordException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoredTest {

  record Counts(int hooks, Optional<String> last) {}

  private static final Counts NONE = new Counts(0, Optional.empty());

  private final FakeAgent agent = new FakeAgent();
  private final HookSession session =
      new HookSession(
          new HookTools(agent),
          HookEnvironment.of(FakeHook.lifecycle("start")),
          new FakeDeclarations());

  @Test
  void asksJujuNothingUntilItIsRead() {
    Stored<Counts> counts = session.stored("counts", NONE);
    List<String> declared = agent.calls();

    assertEquals(NONE, counts.get());
    assertEquals(List.of(), declared);
    assertEquals(List.of("state-get"), agent.calls());
  }

  @Test
  void givesTheSameRecordUntilItChanges() {
    answer("{\\\"hooks\\\":3,\\\"last\\\":\\\"x\\\"}");
    Stored<Counts> counts = session.stored("counts", NONE);

    assertEquals(new Counts(3, Optional.of("x")), counts.get());
    assertSame(counts.get(), counts.get());
  }

  @Test
  void goesBackWithASavepoint() {
    answer("{\\\"hooks\\\":3,\\\"last\\\":null}");
    Stored<Counts> counts = session.stored("counts", NONE);
    Savepoint before = session.savepoint();
    counts.set(new Counts(4, Optional.of("signal")));

    session.rollback(before);
    Counts after = counts.get();
    session.commit();

    assertEquals(new Counts(3, Optional.empty()), after);
    assertEquals(List.of("state-get"), agent.calls());
  }

  @Test
  void writesNothingWhenItEndsAsItBegan() {
    answer("{\\\"hooks\\\":3,\\\"last\\\":null}");
    Stored<Counts> counts = session.stored("counts", NONE);
    counts.set(new Counts(4, Optional.empty()));
    counts.set(new Counts(3, Optional.empty()));

    session.commit();

    assertEquals(List.of("state-get"), agent.calls());
  }

  @Test
  void doesNotTakeWhatWasEmptiedForWhatIsMissing() {
    Stored<Counts> counts = session.stored("counts", new Counts(0, Optional.of("default")));

    counts.set(new Counts(1, Optional.empty()));

    assertEquals(
        Optional.of("{\"hooks\":1,\"last\":null}"),
        session.state().get("charm-signals/.stored/counts"));
    assertEquals(
        new Counts(1, Optional.empty()),
        sessionWith("{\\\"hooks\\\":1,\\\"last\\\":null}")
            .stored("counts", new Counts(0, Optional.of("default")))
            .get());
  }

  @Test
  void saysWhoseStateSomebodySpoiltAndHowToGoOn() {
    Stored<Counts> counts = sessionWith("[1]").stored("counts", NONE);

    var invalid = assertThrows(InvalidRecordException.class, counts::get);

    assertEquals(
        "stored state \"counts\" does not fit Counts:\n"
            + "- it is not a JSON object\n"
            + "An older charm, or somebody by hand, stored it; say how to read it with"
            + " migratedBy(…)",
        invalid.getMessage());
    assertEquals(NONE, counts.migratedBy(older -> NONE).get());
  }

  @Test
  void refusesTwoOwnersOfOneName() {
    session.stored("counts", NONE);

    var refused = assertThrows(StoredStateException.class, () -> session.stored("counts", NONE));

    assertEquals("counts", refused.owner());
    assertEquals(
        "Stored state \"counts\" has two owners; declare it once, in a field, or give one of them"
            + " another name",
        refused.getMessage());
  }

  @Test
  void refusesNamesThatCannotBeKept() {
    for (String name : List.of("", "a#2", "a b", "x".repeat(201))) {
      assertThrows(StoredStateException.class, () -> session.stored(name, NONE), name);
    }
  }

  @Test
  void isNamedWhereItIsTooLarge() {
    Stored<Counts> counts = session.stored("counts", NONE);
    counts.set(new Counts(1, Optional.of("x".repeat(3_000_000))));

    var tooLarge = assertThrows(StateLimitException.class, session::commit);

    assertEquals(
        "Charm state would take 3000234 bytes and Juju keeps 2097152; the largest value is stored"
            + " state \"counts\": keep less",
        tooLarge.getMessage().replaceAll("take \\d+", "take 3000234"));
    assertEquals(Map.of("charm-signals/.stored/counts", 3_000_021), tooLarge.sizes());
  }

  private void answer(String json) {
    agent.answer("state-get", "{\"charm-signals/.stored/counts\":\"" + json + "\"}");
  }

  private HookSession sessionWith(String json) {
    answer(json);
    return new HookSession(
        new HookTools(agent),
        HookEnvironment.of(FakeHook.lifecycle("start")),
        new FakeDeclarations());
  }
}
