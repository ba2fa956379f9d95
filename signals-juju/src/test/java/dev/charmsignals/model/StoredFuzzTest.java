package dev.charmsignals.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.charmsignals.fake.FakeAgent;
import dev.charmsignals.fake.FakeDeclarations;
import dev.charmsignals.fake.FakeHook;
import dev.charmsignals.fuzz.Hostile;
import dev.charmsignals.fuzz.KeyedLines;
import dev.charmsignals.hook.HookEnvironment;
import dev.charmsignals.hooktools.HookTools;
import dev.charmsignals.json.JsonReader;
import dev.charmsignals.json.MalformedException;
import dev.charmsignals.record.InvalidRecordException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stored state of an owner that another version of the charm wrote, or somebody by hand. */
class StoredFuzzTest {

  private static final String KEY = Stored.PREFIX + "app";

  record Part(String name, List<Part> parts) {}

  record Kept(long count, Optional<String> last, List<Part> parts, Map<String, Double> sizes) {}

  private static final Kept INITIAL = new Kept(0, Optional.empty(), List.of(), Map.of());

  @FuzzTest
  void itIsReadAndStoredAgainWithWhatIsUnknownOrTheOwnerIsTold(byte[] data) throws Exception {
    String text = Hostile.text(data);

    Hostile.bounded(text.length(), () -> check(text));
  }

  private static void check(String text) throws MalformedException {
    HookSession session = session(text);
    Stored<Kept> stored = session.stored("app", INITIAL);
    Kept value;
    try {
      value = stored.get();
    } catch (InvalidRecordException e) {
      Hostile.assertTellsNothing(e);
      assertEquals(INITIAL, stored.migratedBy(older -> INITIAL).get());
      assertEquals(INITIAL, again(session));
      return;
    }

    stored.set(value);
    assertEquals(value, again(session));
    assertEquals(unknown(text), unknown(session.state().get(KEY).orElseThrow()));
  }

  /** What the next hook reads. */
  private static Kept again(HookSession session) {
    return session(session.state().get(KEY).orElseThrow()).stored("app", INITIAL).get();
  }

  private static HookSession session(String text) {
    return new HookSession(
        new HookTools(new FakeAgent().answer("state-get", KeyedLines.answer(Map.of(KEY, text)))),
        HookEnvironment.of(FakeHook.lifecycle("start")),
        new FakeDeclarations());
  }

  private static Map<String, @Nullable Object> unknown(String text) throws MalformedException {
    Map<String, @Nullable Object> values = JsonReader.readObject(text);
    values.keySet().removeAll(List.of("count", "last", "parts", "sizes"));
    return values;
  }
}
