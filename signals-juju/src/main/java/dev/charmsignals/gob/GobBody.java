package dev.charmsignals.gob;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A struct with its texts encoded, of which the size can be told before it is written. */
final class GobBody {

  private final GobStruct struct;
  private final Object[] encoded;

  GobBody(GobStruct struct) {
    this.struct = struct;
    List<GobField> fields = struct.shape().fields();
    this.encoded = new Object[fields.size()];
    for (int i = 0; i < encoded.length; i++) {
      encoded[i] = encode(fields.get(i).kind(), struct.value(i));
    }
  }

  long size() {
    long size = 1;
    int written = -1;
    for (int i = 0; i < encoded.length; i++) {
      if (!struct.isZero(i)) {
        size += GobOutput.unsignedSize(i - written) + valueSize(i);
        written = i;
      }
    }
    return size;
  }

  void writeTo(GobOutput out) throws IOException {
    int written = -1;
    for (int i = 0; i < encoded.length; i++) {
      if (!struct.isZero(i)) {
        out.unsigned(i - written);
        writeValue(out, i);
        written = i;
      }
    }
    out.unsigned(0);
  }

  private static Object encode(GobKind kind, Object value) {
    switch (kind) {
      case TEXT:
        return ((String) value).getBytes(StandardCharsets.UTF_8);
      case TEXTS:
        List<byte[]> texts = new ArrayList<>();
        for (Object text : (List<?>) value) {
          texts.add(((String) text).getBytes(StandardCharsets.UTF_8));
        }
        return texts;
      case BYTES:
        return ((GobBytes) value).kept();
      default:
        return value;
    }
  }

  private long valueSize(int i) {
    Object value = encoded[i];
    switch (kind(i)) {
      case FLAG:
        return 1;
      case SIGNED:
        return GobOutput.signedSize((Long) value);
      case UNSIGNED:
        return GobOutput.unsignedSize((Long) value);
      case TEXTS:
        List<?> texts = (List<?>) value;
        long size = GobOutput.unsignedSize(texts.size());
        for (Object text : texts) {
          size += textSize((byte[]) text);
        }
        return size;
      default:
        return textSize((byte[]) value);
    }
  }

  private void writeValue(GobOutput out, int i) throws IOException {
    Object value = encoded[i];
    switch (kind(i)) {
      case FLAG:
        out.unsigned(1); // false is left out
        break;
      case SIGNED:
        out.signed((Long) value);
        break;
      case UNSIGNED:
        out.unsigned((Long) value);
        break;
      case TEXTS:
        List<?> texts = (List<?>) value;
        out.unsigned(texts.size());
        for (Object text : texts) {
          out.text((byte[]) text);
        }
        break;
      default:
        out.text((byte[]) value);
    }
  }

  private GobKind kind(int i) {
    return struct.shape().fields().get(i).kind();
  }

  private static long textSize(byte[] text) {
    return (long) GobOutput.unsignedSize(text.length) + text.length;
  }
}
