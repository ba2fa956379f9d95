package dev.charmsignals.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.charmsignals.fuzz.Hostile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON that somebody else wrote, beside a parser that has been tried by many. */
class JsonReaderFuzzTest {

  private static final JsonFactory JACKSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(JsonReader.MAX_DEPTH)
                  .maxNumberLength(JsonReader.MAX_NUMBER_LENGTH)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  /** A value in the words of both, with numbers as they are compared; nothing is no JSON. */
  private record Read(@Nullable Object value) {}

  @FuzzTest
  void readsWhatJacksonReadsAndNothingElse(byte[] data) throws Exception {
    String text = Hostile.text(data);

    Hostile.bounded(text.length(), () -> assertEquals(byJackson(text), byHand(text), text));
  }

  private static Optional<Read> byHand(String text) {
    try {
      return Optional.of(new Read(comparable(JsonReader.read(text))));
    } catch (MalformedException e) {
      Hostile.assertTellsNothing(e);
      return Optional.empty();
    }
  }

  /** From bytes: from characters Jackson takes an escape's digits from every script. */
  private static Optional<Read> byJackson(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (text.startsWith("\uFEFF")) {
      return Optional.empty(); // which RFC 8259 lets a reader skip, and none may write
    }
    try (JsonParser parser = JACKSON.createParser(bytes)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        return Optional.empty();
      }
      Read read = new Read(value(parser, first));
      return parser.nextToken() == null ? Optional.of(read) : Optional.empty();
    } catch (IOException | OurOwnRule e) {
      return Optional.empty();
    }
  }

  /** What {@link JsonReader} refuses though it is JSON: half a character, a number beyond all. */
  private static final class OurOwnRule extends RuntimeException {}

  private static @Nullable Object value(JsonParser parser, JsonToken token) throws IOException {
    switch (token) {
      case START_OBJECT:
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = whole(parser.currentName());
          object.put(name, value(parser, parser.nextToken()));
        }
        return object;
      case START_ARRAY:
        List<@Nullable Object> array = new ArrayList<>();
        for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
          array.add(value(parser, t));
        }
        return array;
      case VALUE_STRING:
        return whole(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT:
        return number(parser.getText());
      case VALUE_TRUE:
        return true;
      case VALUE_FALSE:
        return false;
      default:
        return null;
    }
  }

  private static String whole(String text) {
    if (UnpairedSurrogate.in(text) >= 0) {
      throw new OurOwnRule();
    }
    return text;
  }

  private static Worth number(String literal) {
    BigDecimal number;
    try {
      number = new BigDecimal(literal);
    } catch (NumberFormatException e) {
      throw new OurOwnRule();
    }
    if (number.toString().length() > JsonReader.MAX_NUMBER_LENGTH) {
      throw new OurOwnRule();
    }
    return new Worth(number);
  }

  /** Numbers as decimals of the same worth: their types are for other tests. */
  private static @Nullable Object comparable(@Nullable Object value) {
    if (value instanceof Map<?, ?> object) {
      Map<Object, @Nullable Object> all = new LinkedHashMap<>();
      object.forEach((name, each) -> all.put(name, comparable(each)));
      return all;
    }
    if (value instanceof List<?> array) {
      List<@Nullable Object> all = new ArrayList<>();
      array.forEach(each -> all.add(comparable(each)));
      return all;
    }
    return value instanceof Number number ? new Worth(new BigDecimal(number.toString())) : value;
  }

  /** A number, whatever its scale. */
  private record Worth(BigDecimal number) {

    Worth {
      number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }
  }
}
