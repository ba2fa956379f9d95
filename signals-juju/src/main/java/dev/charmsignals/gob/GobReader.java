package dev.charmsignals.gob;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Reads structs from one direction of a connection, learning their types from the stream.
 *
 * <p>Fields are matched by name; those that the caller did not ask for are read past. Whatever the
 * stream holds, a read ends, keeps no more than its limits allow, and throws nothing but {@link
 * GobException} for a stream that is not gob and {@link IOException} for one that cannot be read.
 * Not safe for several threads.
 */
public final class GobReader {

  private final GobInput in;
  private final GobTypes types;

  /** Creates a reader of a stream that should be buffered. */
  public GobReader(InputStream in, GobLimits limits) {
    this.in = new GobInput(in, limits);
    this.types = new GobTypes(this.in);
  }

  /**
   * Reads the next value.
   *
   * @param wanted the fields to keep
   * @return the value, or empty where the stream ends between two messages
   */
  public Optional<GobStruct> read(GobShape wanted) throws IOException {
    while (in.begin()) {
      long id = in.signed();
      if (id < 0) {
        // The one number that has no positive twin would stay negative; define() refuses it.
        types.define(-id);
        in.end();
      } else {
        GobStruct value = struct(id, wanted);
        in.end();
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  private GobStruct struct(long id, GobShape wanted) throws IOException {
    if (!(types.find(id) instanceof GobType.Struct type)) {
      throw new GobException("A value of type " + id + " is not a struct");
    }
    GobStruct value = GobStruct.zero(wanted);
    int field = -1;
    for (int delta = types.delta(); delta != 0; delta = types.delta()) {
      field += delta;
      GobType.Member member = GobTypes.member(type, field);
      int position = wanted.position(member.name());
      if (position < 0) {
        types.skip(member.type(), 1);
      } else {
        value.set(position, field(member, wanted.fields().get(position).kind()));
      }
    }
    return value;
  }

  private Object field(GobType.Member member, GobKind kind) throws IOException {
    if (kind == GobKind.TEXTS) {
      if (!(types.find(member.type()) instanceof GobType.Sequence sequence)
          || sequence.element() != GobKind.TEXT.id()) {
        throw wrongKind(member, kind);
      }
      return in.texts();
    }
    if (member.type() != kind.id()) {
      throw wrongKind(member, kind);
    }
    switch (kind) {
      case FLAG:
        return in.unsigned() != 0;
      case SIGNED:
        return in.signed();
      case UNSIGNED:
        return in.unsigned();
      case BYTES:
        return in.bytes();
      default:
        return in.text();
    }
  }

  private static GobException wrongKind(GobType.Member member, GobKind kind) {
    return new GobException("Field " + member.name() + " should hold " + kind);
  }
}
