package dev.charmsignals.gob;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bytes here were captured between Go's own client and server (contract §6.3). */
class JujucMessagesTest {

  private static final byte[] HEADER_TYPE =
      WireText.bytes(
          "2fff81 03 01 01 07 \"Request\" 01 ff82 00 01 02",
          "01 0d \"ServiceMethod\" 01 0c 00 01 03 \"Seq\" 01 06 00 00 00");

  private static final byte[] CALL_TYPE =
      WireText.bytes(
          "5cff83 03 01 01 07 \"Request\" 01 ff84 00 01 06 01 09 \"ContextId\" 01 0c 00",
          "01 03 \"Dir\" 01 0c 00 01 0b \"CommandName\" 01 0c 00 01 04 \"Args\" 01 ff86 00",
          "01 08 \"StdinSet\" 01 02 00 01 05 \"Stdin\" 01 0a 00 00 00");

  private static final byte[] CALL_TYPE_WITH_TOKEN =
      WireText.bytes(
          "66ff83 03 01 01 07 \"Request\" 01 ff84 00 01 07 01 09 \"ContextId\" 01 0c 00",
          "01 03 \"Dir\" 01 0c 00 01 0b \"CommandName\" 01 0c 00 01 04 \"Args\" 01 ff86 00",
          "01 08 \"StdinSet\" 01 02 00 01 05 \"Stdin\" 01 0a 00 01 05 \"Token\" 01 0c 00 00 00");

  private static final byte[] TEXTS_TYPE =
      WireText.bytes("16ff85 02 01 01 08 \"[]string\" 01 ff86 00 01 0c 00 00");

  private static final byte[] ANSWERS =
      WireText.bytes(
          "3aff87 03 01 01 08 \"Response\" 01 ff88 00 01 03 01 0d \"ServiceMethod\" 01 0c 00",
          "01 03 \"Seq\" 01 06 00 01 05 \"Error\" 01 0c 00 00 00",
          "0fff88 01 0a \"Jujuc.Main\" 00",
          "39ff89 03 01 01 0c \"ExecResponse\" 01 ff8a 00 01 03 01 04 \"Code\" 01 04 00",
          "01 06 \"Stdout\" 01 0a 00 01 06 \"Stderr\" 01 0a 00 00 00",
          "0aff8a 02 05 \"true\" 0a 00",
          "3aff88 01 0a \"Jujuc.Main\" 01 01 01 27 \"hook tool requires stdin, none supplied\" 00",
          "0aff8b 03 01 02 ff8c 00 00 00 03 ff8c 00",
          "11ff88 01 0a \"Jujuc.Main\" 01 02 00 0fff8a 01 04 02 08 \"ERROR x\" 0a 00",
          "11ff88 01 0a \"Jujuc.Main\" 01 03 00 03ff8a 00");

  private static final GobStruct FIRST_HEADER =
      GobStruct.of(JujucMessages.CALL_HEADER, "Jujuc.Main", 0L);

  @Test
  void writesACallAsGoDoes() throws IOException {
    var written = new ByteArrayOutputStream();
    var writer = new GobWriter(written);

    writer.write(FIRST_HEADER);
    writer.write(
        GobStruct.of(
            JujucMessages.CALL,
            "u/0-start-00",
            "/d",
            "is-leader",
            List.of("--format=json"),
            false,
            new byte[0]));

    assertArrayEquals(
        concat(
            HEADER_TYPE,
            WireText.bytes("0fff82 01 0a \"Jujuc.Main\" 00"),
            CALL_TYPE,
            TEXTS_TYPE,
            WireText.bytes(
                "30ff84 01 0c \"u/0-start-00\" 01 02 \"/d\" 01 09 \"is-leader\"",
                "01 01 0d \"--format=json\" 00")),
        written.toByteArray());
  }

  @Test
  void writesACallWithTokenAsOlderClientsDo() throws IOException {
    var written = new ByteArrayOutputStream();
    var writer = new GobWriter(written, 66);

    writer.write(
        GobStruct.of(
            JujucMessages.CALL_WITH_TOKEN, "c", "/", "x", List.of(), true, new byte[] {7}, "t"));

    assertArrayEquals(
        concat(
            CALL_TYPE_WITH_TOKEN,
            TEXTS_TYPE,
            WireText.bytes(
                "14ff84 01 01 \"c\" 01 01 \"/\" 01 01 \"x\" 02 01 01 01 07 01 01 \"t\" 00")),
        written.toByteArray());
  }

  @Test
  void leavesOutWhatIsEmptyEvenWhereStdinIsSet() throws IOException {
    var written = new ByteArrayOutputStream();
    var writer = new GobWriter(written);

    writer.write(GobStruct.of(JujucMessages.CALL, "c", "/", "x", List.of(), true, new byte[0]));

    byte[] all = written.toByteArray();
    byte[] message = WireText.bytes("0eff82 01 01 \"c\" 01 01 \"/\" 01 01 \"x\" 02 01 00");
    assertArrayEquals(
        message, java.util.Arrays.copyOfRange(all, all.length - message.length, all.length));
  }

  @Test
  void readsTheAnswersOfGo() throws IOException {
    var reader = new GobReader(new ByteArrayInputStream(ANSWERS), GobLimits.ANSWERS);

    GobStruct header = reader.read(JujucMessages.ANSWER_HEADER).orElseThrow();
    assertEquals("Jujuc.Main", header.text("ServiceMethod"));
    assertEquals(0, header.unsigned("Seq"));
    assertEquals("", header.text("Error"));
    assertAnswer(0, "true\n", "", reader.read(JujucMessages.ANSWER).orElseThrow());

    GobStruct refused = reader.read(JujucMessages.ANSWER_HEADER).orElseThrow();
    assertEquals(1, refused.unsigned("Seq"));
    assertEquals(JujucMessages.STDIN_NEEDED, refused.text("Error"));
    assertTrue(reader.read(JujucMessages.PLACEHOLDER).isPresent());

    assertEquals(2, reader.read(JujucMessages.ANSWER_HEADER).orElseThrow().unsigned("Seq"));
    assertAnswer(2, "", "ERROR x\n", reader.read(JujucMessages.ANSWER).orElseThrow());

    assertEquals(3, reader.read(JujucMessages.ANSWER_HEADER).orElseThrow().unsigned("Seq"));
    assertAnswer(0, "", "", reader.read(JujucMessages.ANSWER).orElseThrow());
    assertFalse(reader.read(JujucMessages.ANSWER_HEADER).isPresent());
  }

  @Test
  void writesTheAnswersOfGo() throws IOException {
    var written = new ByteArrayOutputStream();
    var writer = new GobWriter(written, 68);

    writer.write(GobStruct.of(JujucMessages.ANSWER_HEADER, "Jujuc.Main", 0L, ""));
    writer.write(GobStruct.of(JujucMessages.ANSWER, 0L, utf8("true\n"), utf8("")));
    writer.write(
        GobStruct.of(JujucMessages.ANSWER_HEADER, "Jujuc.Main", 1L, JujucMessages.STDIN_NEEDED));
    writer.write(GobStruct.of(JujucMessages.PLACEHOLDER));
    writer.write(GobStruct.of(JujucMessages.ANSWER_HEADER, "Jujuc.Main", 2L, ""));
    writer.write(GobStruct.of(JujucMessages.ANSWER, 2L, utf8(""), utf8("ERROR x\n")));
    writer.write(GobStruct.of(JujucMessages.ANSWER_HEADER, "Jujuc.Main", 3L, ""));
    writer.write(GobStruct.of(JujucMessages.ANSWER, 0L, utf8(""), utf8("")));

    assertArrayEquals(ANSWERS, written.toByteArray());
  }

  @Test
  void readsACallWithoutTokenAsOneWithAnEmptyToken() throws IOException {
    byte[] call =
        concat(
            CALL_TYPE,
            TEXTS_TYPE,
            WireText.bytes("0eff84 01 01 \"c\" 01 01 \"/\" 01 01 \"x\" 02 01 00"));
    var reader = new GobReader(new ByteArrayInputStream(call), GobLimits.CALLS);

    GobStruct read = reader.read(JujucMessages.CALL_WITH_TOKEN).orElseThrow();

    assertEquals("c", read.text("ContextId"));
    assertEquals("/", read.text("Dir"));
    assertEquals("x", read.text("CommandName"));
    assertEquals(List.of(), read.texts("Args"));
    assertTrue(read.flag("StdinSet"));
    assertEquals(0, read.bytes("Stdin").length);
    assertEquals("", read.text("Token"));
  }

  private static void assertAnswer(int code, String stdout, String stderr, GobStruct answer) {
    assertEquals(code, answer.signed("Code"));
    assertEquals(stdout, new String(answer.bytes("Stdout"), StandardCharsets.UTF_8));
    assertEquals(stderr, new String(answer.bytes("Stderr"), StandardCharsets.UTF_8));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] concat(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
