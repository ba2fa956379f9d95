package dev.charmsignals.gob;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GobReaderTest {

  private static final GobLimits SMALL = new GobLimits(4096, 64, 16, 8);

  private static final GobShape SHAPE =
      GobShape.of(
          "Shape",
          new GobField("Flag", GobKind.FLAG),
          new GobField("Signed", GobKind.SIGNED),
          new GobField("Unsigned", GobKind.UNSIGNED),
          new GobField("Bytes", GobKind.BYTES),
          new GobField("Text", GobKind.TEXT),
          new GobField("Texts", GobKind.TEXTS));

  @Test
  void readsBackWhatAWriterWrote() throws IOException {
    for (long number : new long[] {0, 1, -1, 63, 64, -65, 127, 128, 1L << 40, Long.MIN_VALUE}) {
      GobStruct read =
          read(GobStruct.of(SHAPE, true, number, number, new byte[] {1}, "ü", List.of("a", "")));

      assertEquals(number, read.signed("Signed"));
      assertEquals(number, read.unsigned("Unsigned"));
      assertEquals("ü", read.text("Text"));
      assertEquals(List.of("a", ""), read.texts("Texts"));
      assertTrue(read.flag("Flag"));
    }
  }

  @Test
  void keepsTheBeginningOfBytesThatAreTooLong() throws IOException {
    byte[] sent = new byte[1000];
    Arrays.fill(sent, (byte) 7);

    GobStruct read = read(GobStruct.of(SHAPE, true, 1L, 2L, sent, "after", List.of()));

    assertEquals(16, read.bytes("Bytes").length);
    assertTrue(read.isCut("Bytes"));
    assertEquals("after", read.text("Text"));
  }

  @Test
  void readsPastFieldsThatItWasNotAskedFor() throws IOException {
    byte[] written =
        written(GobStruct.of(SHAPE, true, 1L, 2L, new byte[9], "t", List.of("a", "b")));
    var reader = new GobReader(new ByteArrayInputStream(written), SMALL);

    GobShape wanted = GobShape.of("Other", new GobField("Text", GobKind.TEXT));
    assertEquals("t", reader.read(wanted).orElseThrow().text("Text"));
  }

  @Test
  void refusesWhatIsNotGobOrTooMuch() {
    assertRefused("A message claims a length of 0", "00");
    assertRefused("A message claims a length of 4097", "fe1001");
    assertRefused("A message claims a length of 18446744073709551615", "f8ffffffffffffffff");
    assertRefused("A number claims 9 bytes", "f7ffffffffffffffffff");
    assertRefused("The stream breaks off inside a message", "05ff81");
    assertRefused("A value of type 65 is not a struct", "03ff8200");
    assertRefused("Type 2 must not be defined here", "0103");
    assertRefused("Type 65 is defined as nothing", "03ff8100");
    assertRefused("A type is defined as kind 7, which gob does not have", "04ff810800");
    assertRefused("A struct steps over 18446744073709551615 fields", "0bff81f8ffffffffffffffff");
    assertRefused("A value is longer than its message", "04ff81030100");
    assertRefused(
        "A text claims 65 bytes", "5fff81 03 01 01 41".replace(" ", "") + "61".repeat(90));
    assertRefused("A text claims 99 bytes", "07ff81 03 01 01 63 00".replace(" ", ""));
  }

  @Test
  void refusesAListThatClaimsMoreElementsThanFit() throws IOException {
    byte[] written = written(GobStruct.of(SHAPE, false, 0L, 0L, new byte[0], "", List.of("abcd")));
    int count = written.length - 7;
    assertEquals(1, written[count]);
    written[count] = 7;

    var reader = new GobReader(new ByteArrayInputStream(written), SMALL);

    var thrown = assertThrows(GobException.class, () -> reader.read(SHAPE));
    assertEquals("A list claims 7 elements", thrown.getMessage());
  }

  @Test
  void refusesAFieldOfAnotherKind() throws IOException {
    GobShape sent = GobShape.of("Shape", new GobField("Text", GobKind.UNSIGNED));
    var reader = new GobReader(new ByteArrayInputStream(written(GobStruct.of(sent, 1L))), SMALL);

    var thrown = assertThrows(GobException.class, () -> reader.read(SHAPE));
    assertEquals("Field Text should hold TEXT", thrown.getMessage());
  }

  /** Type 65 is a struct whose only field is of type 65: 40 levels of itself. */
  @Test
  void refusesValuesThatAreNestedTooDeeply() {
    byte[] type = WireText.bytes("10 ff81 03 01 02 ff82 00 01 01 01 01 \"x\" 01 ff82 00 00 00");
    type[0] = (byte) (type.length - 1);
    var stream = new ByteArrayOutputStream();
    stream.writeBytes(type);
    stream.write(82);
    stream.writeBytes(WireText.bytes("ff82"));
    for (int i = 0; i < 40; i++) {
      stream.write(1);
    }
    stream.writeBytes(new byte[40]);
    var reader = new GobReader(new ByteArrayInputStream(stream.toByteArray()), SMALL);

    var thrown = assertThrows(GobException.class, () -> reader.read(SHAPE));
    assertEquals("Values are nested deeper than 32", thrown.getMessage());
  }

  @Test
  void endsWithAValueOrOneKindOfExceptionWhateverItReads() throws IOException {
    byte[] good =
        written(GobStruct.of(SHAPE, true, -5L, 300L, new byte[20], "text", List.of("a", "b")));
    var random = new Random(42);
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] bad = Arrays.copyOf(good, 1 + random.nextInt(good.length));
      for (int changes = random.nextInt(4); changes >= 0; changes--) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
      }
      var reader = new GobReader(new ByteArrayInputStream(bad), SMALL);
      try {
        reader.read(SHAPE);
      } catch (GobException e) {
        refused++;
      }
    }
    assertTrue(refused > 10_000, refused + " were refused");
  }

  private static GobStruct read(GobStruct value) throws IOException {
    var reader = new GobReader(new ByteArrayInputStream(written(value)), SMALL);
    return reader.read(SHAPE).orElseThrow();
  }

  private static byte[] written(GobStruct value) throws IOException {
    var bytes = new ByteArrayOutputStream();
    new GobWriter(bytes).write(value);
    return bytes.toByteArray();
  }

  private static void assertRefused(String message, String hexadecimal) {
    var in = new ByteArrayInputStream(WireText.bytes(hexadecimal));
    var thrown =
        assertThrows(GobException.class, () -> new GobReader(in, SMALL).read(SHAPE), hexadecimal);
    assertEquals(message, thrown.getMessage());
  }
}
