package dev.charmsignals.examples.together.postgresql;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** libpq itself, as far as it tells what it makes of a connection string. */
final class Libpq {

  /** A {@code PQconninfoOption} is six pointers and a number, of which these are the offsets. */
  private static final int VALUE = 3 * Native.POINTER_SIZE;

  private static final int OPTION = 7 * Native.POINTER_SIZE;

  private static final int CONNECTION_BAD = 1;

  private static final String UTF_8 = "UTF-8";

  private final NativeLibrary library;

  private Libpq(NativeLibrary library) {
    this.library = library;
  }

  /**
   * What became of a text: the values, or why there are none.
   *
   * @param values those that the text gives and that are not empty
   * @param error libpq's words, or null
   */
  record Outcome(SortedMap<String, String> values, @Nullable String error) {}

  /** Loads it, or skips the test where there is none for this machine. */
  static Libpq load() throws IOException, InterruptedException {
    return new Libpq(NativeLibrary.getInstance(Installation.get().libpq().toString()));
  }

  /** Has {@code PQconninfoParse} read a text; nothing is connected. */
  Outcome read(String text) {
    PointerByReference error = new PointerByReference();
    Pointer options = (Pointer) call("PQconninfoParse", Pointer.class, bytes(text), error);
    SortedMap<String, String> values = new TreeMap<>();
    if (options == null) {
      String message = error.getValue().getString(0, UTF_8).strip();
      call("PQfreemem", Void.class, error.getValue());
      return new Outcome(values, message);
    }
    for (int at = 0; options.getPointer(at) != null; at += OPTION) {
      Pointer value = options.getPointer(at + VALUE);
      if (value != null && value.getByte(0) != 0) {
        values.put(options.getPointer(at).getString(0, UTF_8), value.getString(0, UTF_8));
      }
    }
    call("PQconninfoFree", Void.class, options);
    return new Outcome(values, null);
  }

  /**
   * Has {@code PQconnectStart} begin to connect, and returns what it says if it does not come that
   * far, or the empty string.
   */
  String start(String text) {
    Pointer connection = (Pointer) call("PQconnectStart", Pointer.class, bytes(text));
    try {
      boolean bad = (int) call("PQstatus", Integer.class, connection) == CONNECTION_BAD;
      return bad ? (String) call("PQerrorMessage", String.class, connection) : "";
    } finally {
      call("PQfinish", Void.class, connection);
    }
  }

  private Object call(String function, Class<?> type, Object... arguments) {
    return library.getFunction(function).invoke(type, arguments);
  }

  private static byte[] bytes(String text) {
    return Native.toByteArray(text, UTF_8);
  }
}
