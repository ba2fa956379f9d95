package dev.charmsignals.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.charmsignals.fuzz.Hostile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A charm's metadata: what the scanner accepts is what the YAML parser reads. */
class MetadataFuzzTest {

  private static final Path FILE = Path.of("metadata.yaml");

  @FuzzTest
  void theScannerReadsWhatTheParserReadsOrLeavesItAlone(byte[] data) throws Exception {
    String text = new String(data, StandardCharsets.UTF_8);

    Hostile.bounded(data.length, () -> BlockScannerTest.agrees(text));
    Hostile.bounded(data.length, () -> check(text));
  }

  private static void check(String text) {
    CharmMetadata metadata;
    try {
      metadata = MetadataReader.read(FILE, text);
    } catch (CharmMetadataException e) {
      return;
    }

    List<String> names = metadata.endpoints().stream().map(Endpoint::name).toList();
    assertEquals(metadata.names(), names);
  }
}
