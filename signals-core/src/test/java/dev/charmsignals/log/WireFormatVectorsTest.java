package dev.charmsignals.log;

import static dev.charmsignals.log.Drafts.A;
import static dev.charmsignals.log.Drafts.EMITTER;
import static dev.charmsignals.log.Drafts.NOON;
import static dev.charmsignals.log.Drafts.firstLook;
import static dev.charmsignals.log.Drafts.members;
import static dev.charmsignals.log.Drafts.passing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.json.JsonReader;
import dev.charmsignals.snapshot.SnapshotText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The published test vectors say what this code writes and reads. */
class WireFormatVectorsTest {

  private static final Path PAGES = Path.of("..", "docs", "reference");
  private static final String HEADERS = "headers";
  private static final String ENTRIES = "entries";
  private static final String ACKS = "acknowledgements";
  private static final String HEADER =
      new Header(EMITTER, 2, 0, members(), Header.Span.DEFAULT).text();

  /**
   * One vector.
   *
   * @param text what stands in the bag
   * @param decoded what it says; no fields where it says nothing
   */
  private record Vector(String name, String text, Map<String, Object> decoded) {}

  private final Map<String, Object> file;

  WireFormatVectorsTest() throws Exception {
    file = JsonReader.readObject(Files.readString(PAGES.resolve("wire-format-vectors.json")));
  }

  @SuppressWarnings("unchecked") // JSON objects have string keys
  private static Map<String, Object> object(Object json) {
    return (Map<String, Object>) json;
  }

  private static List<?> list(Object json) {
    return (List<?>) json;
  }

  private List<Vector> vectors(String section, String kind) {
    List<Vector> vectors = new ArrayList<>();
    for (Object each : list(object(file.get(section)).get(kind))) {
      Map<String, Object> vector = object(each);
      vectors.add(
          new Vector(
              (String) vector.get("name"),
              text(vector.get("text")),
              object(vector.getOrDefault("decoded", Map.of()))));
    }
    assertFalse(vectors.isEmpty());
    return vectors;
  }

  private static String text(Object written) {
    if (written instanceof String text) {
      return text;
    }
    StringBuilder text = new StringBuilder();
    for (Object piece : list(written)) {
      if (piece instanceof String plain) {
        text.append(plain);
      } else {
        String repeated = (String) object(piece).get("repeat");
        text.append(repeated.repeat(Math.toIntExact((Long) object(piece).get("times"))));
      }
    }
    return text.toString();
  }

  private List<Vector> readable(String section) {
    List<Vector> readable = new ArrayList<>(vectors(section, "written"));
    readable.addAll(vectors(section, "read"));
    return readable;
  }

  /** So that nothing is published that no test here looks at. */
  @Test
  void holdNothingElse() {
    Set<String> kinds = Set.of("written", "read", "unreadable");
    assertEquals(Set.of("format", "about", "keys", HEADERS, ENTRIES, ACKS), file.keySet());
    assertEquals(
        Set.of("written", "read", "unreadable", "newer"), object(file.get(HEADERS)).keySet());
    assertEquals(kinds, object(file.get(ENTRIES)).keySet());
    assertEquals(kinds, object(file.get(ACKS)).keySet());
    assertEquals((long) Header.VERSION, file.get("format"));
  }

  @Test
  void nameTheKeysThatBelongToSignals() {
    for (Object each : list(file.get("keys"))) {
      Map<String, Object> vector = object(each);
      String key = (String) vector.get("key");
      Object holds = vector.get("holds");
      assertEquals(!holds.equals("nothing"), BagKeys.isOurs(key), key);
      assertEquals(holds.equals("header"), key.equals(BagKeys.HEADER), key);
      assertEquals(holds.equals(ACKS), key.equals(BagKeys.ACKS), key);
      assertEquals(vector.getOrDefault("number", -1L), BagKeys.seqOf(key), key);
      if (holds.equals("entry")) {
        assertEquals(key, BagKeys.entry((Long) vector.get("number")));
      }
    }
  }

  @Test
  void haveTheTextsOfHeaders() {
    for (Vector vector : vectors(HEADERS, "written")) {
      assertEquals(vector.text(), header(vector.decoded()).text(), vector.name());
    }
  }

  @Test
  void sayWhatHeadersSay() throws Exception {
    for (Vector vector : readable(HEADERS)) {
      assertEquals(header(vector.decoded()), Header.parse(vector.text()), vector.name());
    }
  }

  private static Header header(Map<String, Object> decoded) {
    Map<String, Object> window = object(decoded.get("window"));
    List<Replaced> replaces = new ArrayList<>();
    for (Object each : list(decoded.get("replaces"))) {
      StreamId id = new StreamId((String) object(each).get("id"));
      replaces.add(new Replaced(id, (Long) object(each).get("head")));
    }
    assertEquals(
        Set.of("id", "head", "floor", "members", "barred", "window", "replaces"), decoded.keySet());
    return new Header(
        new StreamId((String) decoded.get("id")),
        (Long) decoded.get("head"),
        (Long) decoded.get("floor"),
        ids(object(decoded.get("members"))),
        ids(object(decoded.get("barred"))),
        new Header.Span(
            Math.toIntExact((Long) window.get("entries")),
            Math.toIntExact((Long) window.get("bytes")),
            Math.toIntExact((Long) window.get("signal"))),
        replaces);
  }

  private static SortedMap<StreamId, Long> ids(Map<String, Object> decoded) {
    SortedMap<StreamId, Long> ids = new TreeMap<>();
    decoded.forEach((id, number) -> ids.put(new StreamId(id), (Long) number));
    return ids;
  }

  @Test
  void makeAUnitAbsentByAHeaderThatCannotBeRead() {
    for (Vector vector : vectors(HEADERS, "unreadable")) {
      Reading reading = firstLook(Map.of(BagKeys.HEADER, vector.text()), A);
      assertEquals(
          new Reading(
              Optional.empty(), false, reading.problem(), members(), Optional.empty(), List.of()),
          reading,
          vector.name());
      assertTrue(reading.problem().isPresent(), vector.name());
    }
  }

  @Test
  void makeAUnitAbsentThatWritesANewerVersion() {
    for (Vector vector : vectors(HEADERS, "newer")) {
      assertEquals(
          new Reading(
              Optional.empty(), true, Optional.empty(), members(), Optional.empty(), List.of()),
          firstLook(Map.of(BagKeys.HEADER, vector.text()), A),
          vector.name());
    }
  }

  @Test
  void haveTheTextsOfEntries() {
    for (Vector vector : vectors(ENTRIES, "written")) {
      Entry entry = entry(vector.decoded());
      String snapshot = SnapshotText.of(entry.snapshot(), Window.LARGEST);
      Draft draft = new Draft(entry.name(), snapshot, entry.at(), entry.leader(), entry.kept());
      assertEquals(vector.text(), Entry.text(draft), vector.name());
    }
  }

  @Test
  void sayWhatEntriesSay() throws Exception {
    for (Vector vector : readable(ENTRIES)) {
      assertEquals(entry(vector.decoded()), Entry.parse(1, vector.text()), vector.name());
    }
  }

  private static Entry entry(Map<String, Object> decoded) {
    assertEquals(Set.of("name", "snapshot", "at", "leader", "kept"), decoded.keySet());
    return new Entry(
        1,
        (String) decoded.get("name"),
        object(decoded.get("snapshot")),
        Instant.parse((String) decoded.get("at")),
        (Boolean) decoded.get("leader"),
        (Boolean) decoded.get("kept"));
  }

  @Test
  void parkAnEntryThatCannotBeReadAndNotWhatFollowsIt() {
    for (Vector vector : vectors(ENTRIES, "unreadable")) {
      Map<String, String> bag =
          Map.of(
              BagKeys.HEADER,
              HEADER,
              BagKeys.entry(1),
              vector.text(),
              BagKeys.entry(2),
              Entry.text(passing("next")));
      Cursor begun = new Cursor(EMITTER, 0, 0, 0);

      List<Arrival> arrivals =
          new IncomingLog(bag, A).read(Optional.of(begun), Map.of()).arrivals();

      String reason =
          arrivals.get(0) instanceof Arrival.Unreadable unreadable ? unreadable.reason() : "";
      Entry next = new Entry(2, "next", Map.of(), NOON, false, false);
      assertEquals(
          List.of(new Arrival.Unreadable(1, reason, 1), new Arrival.Signalled(next, 2)),
          arrivals,
          vector.name());
    }
  }

  @Test
  void haveTheTextsOfAcknowledgements() {
    for (Vector vector : vectors(ACKS, "written")) {
      assertEquals(vector.text(), Acks.text(ids(vector.decoded())), vector.name());
    }
  }

  @Test
  void sayWhatAcknowledgementsSay() throws Exception {
    for (Vector vector : readable(ACKS)) {
      assertEquals(ids(vector.decoded()), Acks.parse(vector.text()), vector.name());
    }
  }

  @Test
  void countAnAcknowledgementThatCannotBeReadAsNone() throws Exception {
    for (Vector vector : vectors(ACKS, "unreadable")) {
      Map<String, String> bag = Map.of(BagKeys.HEADER, HEADER, BagKeys.ACKS, vector.text());
      Reading reading = firstLook(bag, A);
      assertEquals(
          new Reading(
              Optional.of(Header.parse(HEADER)),
              false,
              reading.problem(),
              members(),
              Optional.of(new Cursor(EMITTER, 2, 2, 0)),
              List.of()),
          reading,
          vector.name());
      assertTrue(reading.problem().isPresent(), vector.name());
      assertEquals(0, new IncomingLog(bag, A).ack(), vector.name());
    }
  }

  @Test
  void holdTheExamplesOfThePage() throws IOException {
    List<String> page = Files.readAllLines(PAGES.resolve("wire-format.md"));
    List<String> examples = new ArrayList<>();
    for (int i = 0; i < page.size(); i++) {
      if (page.get(i).equals("```json")) {
        examples.add(page.get(i + 1));
      }
    }

    assertEquals(
        List.of(
            vectors(HEADERS, "written").get(0).text(),
            vectors(ENTRIES, "written").get(0).text(),
            vectors(ACKS, "written").get(0).text()),
        examples);
  }
}
