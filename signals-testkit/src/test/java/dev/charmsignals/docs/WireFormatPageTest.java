package dev.charmsignals.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.json.JsonReader;
import dev.charmsignals.log.Arrival;
import dev.charmsignals.log.BagKeys;
import dev.charmsignals.log.Cursor;
import dev.charmsignals.log.Entry;
import dev.charmsignals.log.Header;
import dev.charmsignals.log.IncomingLog;
import dev.charmsignals.log.Reading;
import dev.charmsignals.log.Replaced;
import dev.charmsignals.log.StreamId;
import dev.charmsignals.log.Window;
import dev.charmsignals.snapshot.SnapshotText;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The examples and the numbers of the page on the wire format are those of the code. */
class WireFormatPageTest {

  private static final StreamId EMITTER = new StreamId("9f86d081884c7d65");
  private static final StreamId SELF = new StreamId("60303ae22b998861");

  @Test
  void readsTheExamplesOfThePage() throws IOException {
    List<String> examples = examples(page());
    Map<String, String> bag =
        Map.of(
            BagKeys.HEADER,
            examples.get(0),
            BagKeys.entry(40),
            examples.get(1),
            BagKeys.ACKS,
            examples.get(2));

    Reading reading = new IncomingLog(bag, SELF).read(Optional.empty(), Map.of());

    assertEquals(
        new Reading(
            Optional.of(
                new Header(
                    EMITTER,
                    40,
                    16,
                    new TreeMap<>(Map.of(SELF, 17L)),
                    new TreeMap<>(Map.of(new StreamId("d4735e3a265e16ee"), 3L)),
                    new Header.Span(32, 64 * 1024, 16 * 1024),
                    List.of(new Replaced(new StreamId("1f0e3dad99908345"), 7)))),
            false,
            Optional.empty(),
            new TreeMap<>(Map.of(SELF, 38L, new StreamId("d4735e3a265e16ee"), 7L)),
            Optional.of(new Cursor(EMITTER, 17, 17, 0)),
            List.of(
                new Arrival.Gap(18, 39),
                new Arrival.Signalled(
                    new Entry(
                        40,
                        "bork",
                        Map.of("reason", "disk full"),
                        Instant.parse("2026-01-31T12:00:00Z"),
                        true,
                        true),
                    40))),
        reading);
  }

  @Test
  void namesTheLimitsOfTheCode() throws IOException {
    Window window = Window.DEFAULT;
    List<String> rows =
        List.of(
            "| entries in a window | %d by default;".formatted(window.entries()),
            "| bytes of all entries in a window, in UTF-8 | %d KiB by default;"
                .formatted(window.bytes() / 1024),
            "| bytes of one snapshot | %d KiB by default;".formatted(window.signalBytes() / 1024),
            "| depth of a snapshot, written and read | %d |".formatted(SnapshotText.MAX_DEPTH),
            "| depth of a header or acknowledgement, read | %d |".formatted(JsonReader.MAX_DEPTH),
            String.format(
                Locale.ROOT, "| characters of a number | %,d |", JsonReader.MAX_NUMBER_LENGTH),
            "| one value of a remote bag | %d MiB;".formatted(IncomingLog.MOST_TEXT >> 20));
    String page = page();

    assertEquals(List.of(), rows.stream().filter(row -> !page.contains(row)).toList());
  }

  private static String page() throws IOException {
    return Files.readString(Page.root().resolve("docs/reference/wire-format.md"));
  }

  private static List<String> examples(String page) {
    List<String> examples = new ArrayList<>();
    List<String> lines = page.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).equals("```json")) {
        examples.add(lines.get(i + 1));
      }
    }
    return examples;
  }
}
