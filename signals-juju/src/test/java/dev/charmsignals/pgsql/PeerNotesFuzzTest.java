package dev.charmsignals.pgsql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.charmsignals.fake.FakeAgent;
import dev.charmsignals.fake.FakeDeclarations;
import dev.charmsignals.fake.FakeHook;
import dev.charmsignals.fuzz.Hostile;
import dev.charmsignals.fuzz.KeyedLines;
import dev.charmsignals.hook.HookEnvironment;
import dev.charmsignals.hooktools.HookTools;
import dev.charmsignals.logging.HookLog;
import dev.charmsignals.logging.LogSession;
import dev.charmsignals.model.HookSession;
import dev.charmsignals.name.RelationId;
import java.util.Map;
import java.util.Optional;

/** What the leader tells its peers of what is asked for, after somebody edited their bag. */
class PeerNotesFuzzTest {

  private static final RelationId ASKED = new RelationId("db", 7);
  private static final RelationId OTHER = new RelationId("db", 8);

  @FuzzTest
  void theLeaderWritesItsNotesWhateverStandsThere(byte[] data) throws Exception {
    String text = Hostile.text(data);
    LogSession log = HookLog.begin("", (level, line) -> Hostile.assertTellsNothing(line));

    try {
      Hostile.bounded(text.length(), () -> check(text));
    } finally {
      log.end();
    }
  }

  private static void check(String text) {
    PeerNotes notes = new PeerNotes(leader(text), "db", Optional.of("cluster"));
    Request request = new Request("orders", "admin,reader", "citext");
    Optional<Request> other = notes.read(OTHER);

    notes.write(ASKED, request);
    assertEquals(Optional.of(request), notes.read(ASKED));
    assertEquals(other, notes.read(OTHER));
    notes.remove(ASKED);
    assertEquals(Optional.empty(), notes.read(ASKED));
    assertEquals(other, notes.read(OTHER));
  }

  private static HookSession leader(String text) {
    return new HookSession(
        new HookTools(
            new FakeAgent()
                .answer("is-leader", "true")
                .answer("relation-ids -- cluster", "[\"cluster:3\"]")
                .answer(
                    "relation-get -r cluster:3 --app - app",
                    KeyedLines.answer(Map.of("interface.pgsql.db", text)))),
        HookEnvironment.of(FakeHook.lifecycle("start")),
        new FakeDeclarations());
  }
}
