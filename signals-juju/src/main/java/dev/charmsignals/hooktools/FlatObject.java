package dev.charmsignals.hooktools;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the shapes of JSON that hook commands answer with most: an object or a list of strings. */
final class FlatObject {

  private FlatObject() {}

  /** Reads what a selection asks for, as far as the text can be read. Never throws. */
  static SelectedBag select(byte[] json, boolean truncated, BagSelection selection) {
    Map<String, String> values = new LinkedHashMap<>();
    long bytes = 0;
    List<String> tooLong = new ArrayList<>();
    int omitted = 0;
    SelectedBag.Extent extent = SelectedBag.Extent.WHOLE;
    try {
      var cursor = new JsonCursor(json);
      for (boolean more = begin(cursor); more; more = next(cursor)) {
        cursor.string();
        boolean shortKey = cursor.length() <= BagSelection.MAX_KEY_BYTES;
        String key = shortKey ? cursor.decode() : "";
        cursor.expect(':');
        cursor.string();
        if (!shortKey || !selection.selects(key)) {
          omitted += !shortKey && selection.isOfEverything() ? 1 : 0;
          continue;
        }
        if (values.size() + tooLong.size() >= selection.maxKeys()) {
          omitted++;
        } else if (cursor.length() > selection.maxValueBytes()) {
          tooLong.add(key);
        } else if (cursor.length() > selection.maxBytes() - bytes) {
          omitted++;
        } else {
          values.put(key, cursor.decode());
          bytes += cursor.length();
        }
      }
      cursor.expectEnd();
    } catch (MalformedAnswerException e) {
      extent = truncated ? SelectedBag.Extent.TRUNCATED : SelectedBag.Extent.MALFORMED;
    }
    return new SelectedBag(values, bytes, tooLong, omitted, extent);
  }

  /** Reads all of an object of strings; {@code null} is an empty one. */
  static Map<String, String> strings(byte[] json) throws MalformedAnswerException {
    Map<String, String> values = new LinkedHashMap<>();
    var cursor = new JsonCursor(json);
    for (boolean more = begin(cursor); more; more = next(cursor)) {
      cursor.string();
      String key = cursor.decode();
      cursor.expect(':');
      cursor.string();
      values.put(key, cursor.decode());
    }
    cursor.expectEnd();
    return values;
  }

  /** Reads a list of strings; {@code null} is an empty one. */
  static List<String> list(byte[] json) throws MalformedAnswerException {
    List<String> values = new ArrayList<>();
    var cursor = new JsonCursor(json);
    if (!cursor.skipWord("null")) {
      cursor.expect('[');
      if (!cursor.skip(']')) {
        do {
          cursor.string();
          values.add(cursor.decode());
        } while (cursor.skip(','));
        cursor.expect(']');
      }
    }
    cursor.expectEnd();
    return values;
  }

  /** Reads one string. */
  static String string(byte[] json) throws MalformedAnswerException {
    var cursor = new JsonCursor(json);
    cursor.string();
    String value = cursor.decode();
    cursor.expectEnd();
    return value;
  }

  /** Reads {@code true} or {@code false}. */
  static boolean flag(byte[] json) throws MalformedAnswerException {
    var cursor = new JsonCursor(json);
    boolean value = cursor.skipWord("true");
    if (!value && !cursor.skipWord("false")) {
      throw new MalformedAnswerException("Expected true or false", 0);
    }
    cursor.expectEnd();
    return value;
  }

  /** Begins an object and says whether an entry comes next. */
  private static boolean begin(JsonCursor cursor) throws MalformedAnswerException {
    if (cursor.skipWord("null")) {
      return false;
    }
    cursor.expect('{');
    return !cursor.skip('}');
  }

  /** Ends an entry and says whether another comes next. */
  private static boolean next(JsonCursor cursor) throws MalformedAnswerException {
    if (cursor.skip(',')) {
      return true;
    }
    cursor.expect('}');
    return false;
  }
}
