package dev.charmsignals.gob;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes structs to one direction of a connection, defining each type before its first use.
 *
 * <p>Lengths are computed before anything is written, so that a large field is never copied. It
 * does not flush. Not safe for several threads.
 */
public final class GobWriter {

  // The fields of gob's own description of a type.
  private static final int WIRE_SLICE = 1;
  private static final int WIRE_STRUCT = 2;

  private final GobOutput out;
  private final List<GobShape> shapes = new ArrayList<>();
  private final List<Long> ids = new ArrayList<>();
  private long nextId;
  private long textsId;

  /** Creates a writer whose types are numbered from 65, as Go's are in a fresh process. */
  public GobWriter(OutputStream out) {
    this(out, 65);
  }

  /** Creates a writer whose types are numbered from {@code firstId}, which is 65 or more. */
  public GobWriter(OutputStream out, long firstId) {
    if (firstId < 65) {
      throw new IllegalArgumentException("Type id " + firstId + " is gob's own; begin at 65");
    }
    this.out = new GobOutput(out);
    this.nextId = firstId;
  }

  /** Writes a value as one message, after the definitions of types that it is the first to use. */
  public void write(GobStruct value) throws IOException {
    long id = idOf(value.shape());
    var body = new GobBody(value);
    out.unsigned(GobOutput.signedSize(id) + body.size());
    out.signed(id);
    body.writeTo(out);
  }

  private long idOf(GobShape shape) throws IOException {
    for (int i = 0; i < shapes.size(); i++) {
      if (shapes.get(i) == shape) {
        return ids.get(i);
      }
    }
    long id = nextId++;
    shapes.add(shape);
    ids.add(id);
    boolean definesTexts = false;
    for (GobField field : shape.fields()) {
      if (field.kind() == GobKind.TEXTS && textsId == 0) {
        textsId = nextId++;
        definesTexts = true;
      }
    }
    message(id, structType(id, shape));
    if (definesTexts) {
      message(textsId, textsType());
    }
    return id;
  }

  private void message(long definedId, byte[] type) throws IOException {
    out.unsigned(GobOutput.signedSize(-definedId) + type.length);
    out.signed(-definedId);
    out.raw(type);
  }

  private byte[] structType(long id, GobShape shape) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var type = new GobOutput(bytes);
    type.unsigned(WIRE_STRUCT + 1);
    common(type, shape.name(), id);
    if (!shape.fields().isEmpty()) {
      type.unsigned(1);
      type.unsigned(shape.fields().size());
      for (GobField field : shape.fields()) {
        type.unsigned(1);
        type.text(field.name().getBytes(StandardCharsets.UTF_8));
        type.unsigned(1);
        type.signed(field.kind() == GobKind.TEXTS ? textsId : field.kind().id());
        type.unsigned(0);
      }
    }
    type.unsigned(0);
    type.unsigned(0);
    return bytes.toByteArray();
  }

  private byte[] textsType() throws IOException {
    var bytes = new ByteArrayOutputStream();
    var type = new GobOutput(bytes);
    type.unsigned(WIRE_SLICE + 1);
    common(type, "[]string", textsId);
    type.unsigned(1);
    type.signed(GobKind.TEXT.id());
    type.unsigned(0);
    type.unsigned(0);
    return bytes.toByteArray();
  }

  /** The first field of every type's description: its name, unless it has none, and its id. */
  private static void common(GobOutput type, String name, long id) throws IOException {
    type.unsigned(1);
    if (name.isEmpty()) {
      type.unsigned(2);
    } else {
      type.unsigned(1);
      type.text(name.getBytes(StandardCharsets.UTF_8));
      type.unsigned(1);
    }
    type.signed(id);
    type.unsigned(0);
  }
}
