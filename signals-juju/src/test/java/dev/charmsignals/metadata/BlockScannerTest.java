package dev.charmsignals.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.metadata.YamlNode.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the scanner accepts must be what the YAML parser reads. */
class BlockScannerTest {

  private static final Path FILE = Path.of("metadata.yaml");

  @Test
  void understandsTheStylesThatCharmsAreWrittenIn() {
    for (String text : YamlCorpus.ORDINARY) {
      assertEquals(YamlDocument.read(FILE, text), readUnread(BlockScanner.scan(text), text), text);
    }
  }

  @Test
  void leavesToTheParserWhatItIsNotSureOf() {
    for (String text : YamlCorpus.TRICKY) {
      if (!agrees(text)) {
        assertThrows(NotSure.class, () -> BlockScanner.scan(text), text);
      }
    }
  }

  @Test
  void neverGuessesAtAnchorsTagsTabsSeveralDocumentsOrOpenQuotes() {
    for (String text :
        List.of(
            "a: &x b\n",
            "a: *x\n",
            "a: !t b\n",
            "a:\tb\n",
            "a: b\n---\nc: d\n",
            "a: \"b\n  c\"\n",
            "a: {b: c,\n  d: e}\n",
            "? a\n: b\n",
            "a: 1\na: 2\n")) {
      assertThrows(NotSure.class, () -> BlockScanner.scan(text), text);
    }
  }

  @Test
  void isNotSureOfNestingWithoutEnd() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      text.append(" ".repeat(i)).append("a:\n");
    }

    assertThrows(NotSure.class, () -> BlockScanner.scan(text.toString()));
    assertThrows(NotSure.class, () -> BlockScanner.scan("a: " + "[".repeat(5_000)));
  }

  @Test
  void agreesWithTheParserOnDocumentsThatAreNearlyRight() {
    Random random = new Random(7);
    List<String> corpus = new ArrayList<>(YamlCorpus.ORDINARY);
    corpus.addAll(YamlCorpus.TRICKY);
    int accepted = 0;
    for (int i = 0; i < 30_000; i++) {
      StringBuilder text = new StringBuilder(corpus.get(random.nextInt(corpus.size())));
      for (int edits = random.nextInt(4); edits >= 0; edits--) {
        edit(text, random);
      }
      accepted += agrees(asRead(text)) ? 1 : 0;
    }
    assertTrue(accepted > 3_000, "only " + accepted + " documents were accepted");
  }

  @Test
  void agreesWithTheParserOnRandomDocuments() {
    int accepted = 0;
    for (int seed = 0; seed < 10_000; seed++) {
      accepted += agrees(new RandomYaml(seed).document()) ? 1 : 0;
    }
    assertTrue(accepted > 3_000, "only " + accepted + " documents were accepted");
  }

  /** Returns whether the scanner accepted the text; fails unless the parser reads it alike. */
  static boolean agrees(String text) {
    Optional<YamlNode> scanned = scan(text);
    if (scanned.isEmpty()) {
      return false;
    }
    YamlNode parsed;
    try {
      parsed = YamlDocument.read(FILE, text);
    } catch (CharmMetadataException e) {
      throw new AssertionError("the parser refuses: " + e.problem() + "\n" + text, e);
    }
    assertEquals(parsed, readUnread(scanned.get(), parsed), text);
    return true;
  }

  private static Optional<YamlNode> scan(String text) {
    try {
      return Optional.of(BlockScanner.scan(text));
    } catch (NotSure e) {
      return Optional.empty();
    }
  }

  private static YamlNode readUnread(YamlNode scanned, String text) {
    return readUnread(scanned, YamlDocument.read(FILE, text));
  }

  /** Puts the parser's text where the scanner went past some, provided that it is text. */
  private static YamlNode readUnread(YamlNode scanned, YamlNode parsed) {
    if (scanned.kind() == Kind.UNREAD && parsed.kind() == Kind.SCALAR) {
      return YamlNode.scalar(scanned.line(), parsed.text());
    }
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    for (Map.Entry<String, YamlNode> entry : scanned.entries().entrySet()) {
      YamlNode other = parsed.entries().get(entry.getKey());
      entries.put(
          entry.getKey(), other == null ? entry.getValue() : readUnread(entry.getValue(), other));
    }
    return new YamlNode(scanned.line(), scanned.kind(), scanned.text(), entries);
  }

  /** An edit may have torn a surrogate pair, which a file in UTF-8 cannot hold. */
  private static String asRead(StringBuilder text) {
    return new String(text.toString().getBytes(UTF_8), UTF_8);
  }

  private static void edit(StringBuilder text, Random random) {
    int position = random.nextInt(text.length() + 1);
    if (random.nextInt(3) == 0 && position < text.length()) {
      text.deleteCharAt(position);
    } else {
      text.insert(position, RandomYaml.pick(random, RandomYaml.FRAGMENTS));
    }
  }
}
