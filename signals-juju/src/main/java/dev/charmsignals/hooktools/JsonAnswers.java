package dev.charmsignals.hooktools;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the answers that hold numbers, with a streaming parser. */
final class JsonAnswers {

  private JsonAnswers() {}

  /** Reads an object of strings, numbers and flags; an option without a value is empty. */
  static Map<String, Optional<Object>> config(byte[] json) throws MalformedAnswerException {
    Map<String, Optional<Object>> values = new LinkedHashMap<>();
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      if (parser.nextToken() != JsonToken.VALUE_NULL) {
        expect(parser, JsonToken.START_OBJECT);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String key = parser.currentName();
          values.put(
              key,
              parser.nextToken() == JsonToken.VALUE_NULL
                  ? Optional.empty()
                  : Optional.of(scalar(parser)));
        }
        expect(parser, JsonToken.END_OBJECT);
      }
    } catch (IOException e) {
      throw notJson();
    }
    return Collections.unmodifiableMap(values);
  }

  private static Object scalar(JsonParser parser) throws IOException, MalformedAnswerException {
    switch (parser.currentToken()) {
      case VALUE_STRING:
        return parser.getText();
      case VALUE_TRUE:
        return true;
      case VALUE_FALSE:
        return false;
      case VALUE_NUMBER_INT:
        // Juju computes with floats, and writes a large one without an exponent.
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
            ? (Object) parser.getDoubleValue()
            : (Object) parser.getLongValue();
      case VALUE_NUMBER_FLOAT:
        return parser.getDoubleValue();
      default:
        throw otherShape();
    }
  }

  private static void expect(JsonParser parser, JsonToken token) throws MalformedAnswerException {
    if (parser.currentToken() != token) {
      throw otherShape();
    }
  }

  private static MalformedAnswerException otherShape() {
    return new MalformedAnswerException("It is JSON of another shape");
  }

  /** Without the parser's own complaint, which quotes what it does not understand. */
  private static MalformedAnswerException notJson() {
    return new MalformedAnswerException("It is not JSON");
  }
}
