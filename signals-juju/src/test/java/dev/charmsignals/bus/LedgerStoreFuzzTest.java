package dev.charmsignals.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.charmsignals.fake.FakeAgent;
import dev.charmsignals.fake.FakeDeclarations;
import dev.charmsignals.fake.FakeHook;
import dev.charmsignals.fuzz.Hostile;
import dev.charmsignals.fuzz.KeyedLines;
import dev.charmsignals.hook.HookEnvironment;
import dev.charmsignals.hooktools.HookTools;
import dev.charmsignals.json.MalformedException;
import dev.charmsignals.log.OutgoingLog;
import dev.charmsignals.log.Window;
import dev.charmsignals.logging.HookLog;
import dev.charmsignals.logging.LogSession;
import dev.charmsignals.model.HookSession;
import dev.charmsignals.model.Relation;
import dev.charmsignals.name.RelationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** All that an endpoint remembers, each line of which is one piece of charm state. */
class LedgerStoreFuzzTest {

  private static final String PREFIX = "charm-signals/db/";

  /** Keys of what is of no relation: retained, ended, deferred, parked. */
  private static final int OTHERS = 4;

  private static final OwnStream STREAM = new OwnStream(Window.DEFAULT, () -> 7);

  @FuzzTest
  void whatIsKeptIsReadOrReportedAndStartedAnew(byte[] data) throws Exception {
    Map<String, String> state = KeyedLines.read(Hostile.text(data));

    Hostile.bounded(data.length, () -> check(state));
  }

  private static void check(Map<String, String> state) throws MalformedException {
    HookSession session = session(state);
    LedgerStore store = new LedgerStore(session.state(), "db");
    List<String> keys = session.state().keys(PREFIX);
    List<String> errors = new ArrayList<>();
    Ledger ledger = load(store, errors);

    int accountedFor = ledger.links().size() + errors.size();
    assertTrue(
        keys.size() - OTHERS <= accountedFor && accountedFor <= keys.size(),
        () -> keys + " are neither read nor reported: " + errors);
    if (keys.stream().noneMatch(key -> key.contains(Hostile.PAYLOAD))) {
      errors.forEach(Hostile::assertTellsNothing);
    }
    assertTrue(ledger.deferred().items().isEmpty() || store.mayHoldDeferred());
    ledger.links().keySet().forEach(number -> relation(session, number));
    goOn(session, ledger.ended());
    STREAM.begin(relation(session, 0), ledger.retained(), Ended.NOTHING);

    LedgerStore another = new LedgerStore(session(Map.of()).state(), "db");
    Ledger nothing = another.load();
    another.save(nothing, ledger);
    assertEquals(ledger, another.load());
    store.save(ledger, nothing);
    assertEquals(nothing, store.load());
  }

  private static Ledger load(LedgerStore store, List<String> errors) {
    LogSession log = HookLog.begin("ERROR", (level, text) -> errors.add(text));
    try {
      return store.load();
    } finally {
      log.end();
    }
  }

  /** What was kept of an own stream makes one that others can read, once its relation is back. */
  private static void goOn(HookSession session, Ended ended) throws MalformedException {
    for (int number : ended.own().keySet()) {
      Link link = STREAM.begin(relation(session, number), Retained.NOTHING, ended);
      SortedMap<String, String> bag = link.log().orElseThrow().bag();
      assertEquals(bag, OutgoingLog.read(bag).bag());
    }
  }

  private static Relation relation(HookSession session, int number) {
    return session.relation(new RelationId("db", number));
  }

  private static HookSession session(Map<String, String> state) {
    return new HookSession(
        new HookTools(
            new FakeAgent()
                .answer("state-get", KeyedLines.answer(state))
                .answerAny("relation-get", "{}")),
        HookEnvironment.of(FakeHook.lifecycle("start")),
        new FakeDeclarations());
  }
}
