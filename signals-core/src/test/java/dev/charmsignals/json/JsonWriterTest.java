package dev.charmsignals.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class JsonWriterTest {

  @Test
  void putsTheCommas() {
    JsonWriter out = new JsonWriter().startObject();
    out.name("a").startArray().number(1).number(2.5).number(new BigDecimal("1E+9")).endArray();
    out.name("b").startObject().endObject();
    out.name("c").startObject().name("d").nothing().name("e").bool(true).endObject();
    out.name("f").string("x").name("g").json("[]").name("h").bool(false);

    assertEquals(
        "{\"a\":[1,2.5,1E+9],\"b\":{},\"c\":{\"d\":null,\"e\":true},\"f\":\"x\",\"g\":[],\"h\":false}",
        out.endObject().text());
  }

  @Test
  void escapesWhatJsonWantsEscapedAndNothingElse() {
    assertEquals(
        "\"\\u0000\\u0009\\u000a\\u001f \\\"\\\\/\u007f\u2028é\ud83d\ude80\"",
        new JsonWriter().string("\0\t\n\u001f \"\\/\u007f\u2028é\ud83d\ude80").text());
  }

  @Test
  void countsWhatIsWritten() {
    assertEquals(5, new JsonWriter().string("abc").length());
  }
}
