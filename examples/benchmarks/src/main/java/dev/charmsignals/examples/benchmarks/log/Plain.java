package dev.charmsignals.examples.benchmarks.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;

/** The least that anybody who uses jackson-core must do: see every value, or write every value. */
final class Plain {

  private static final JsonFactory FACTORY = new JsonFactory();

  private Plain() {}

  /** Reads every name and value, and keeps none. */
  static int read(String json) throws IOException {
    int seen = 0;
    try (JsonParser parser = FACTORY.createParser(json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        switch (token) {
          case FIELD_NAME -> seen += parser.currentName().length();
          case VALUE_STRING -> seen += parser.getText().length();
          case VALUE_NUMBER_INT -> seen += (int) parser.getLongValue();
          default -> seen++;
        }
      }
    }
    return seen;
  }

  /** Writes what an entry of this signal looks like. */
  static String write(Report report, Instant at) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(text)) {
      out.writeStartObject();
      out.writeStringField("name", "report");
      out.writeObjectFieldStart("snapshot");
      out.writeStringField("host", report.host());
      out.writeArrayFieldStart("lines");
      for (String line : report.lines()) {
        out.writeString(line);
      }
      out.writeEndArray();
      out.writeNumberField("sequence", report.sequence());
      out.writeBooleanField("urgent", report.urgent());
      out.writeEndObject();
      out.writeStringField("at", at.toString());
      out.writeBooleanField("leader", true);
      out.writeBooleanField("kept", true);
      out.writeEndObject();
    }
    return text.toString();
  }
}
