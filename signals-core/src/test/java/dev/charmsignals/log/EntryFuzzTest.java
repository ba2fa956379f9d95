package dev.charmsignals.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.charmsignals.fuzz.Hostile;
import dev.charmsignals.json.MalformedException;
import dev.charmsignals.snapshot.SnapshotText;

/** The text of one entry: {@code signal-<seq>} of a remote unit's bag. */
class EntryFuzzTest {

  @FuzzTest
  void anEntryThatCanBeReadCanBeWrittenAndReadAgain(byte[] data) throws Exception {
    String text = Hostile.text(data);

    Hostile.bounded(text.length(), () -> check(text));
  }

  private static void check(String text) throws MalformedException {
    Entry entry;
    try {
      entry = Entry.parse(7, text);
    } catch (MalformedException e) {
      Hostile.assertTellsNothing(e);
      return;
    }
    String snapshot = SnapshotText.of(entry.snapshot(), Integer.MAX_VALUE);
    Draft draft = new Draft(entry.name(), snapshot, entry.at(), entry.leader(), entry.kept());
    String written = Entry.text(draft);
    Entry again = Entry.parse(7, written);

    assertEquals(entry, again);
    assertEquals(snapshot, SnapshotText.of(again.snapshot(), Integer.MAX_VALUE));
  }
}
