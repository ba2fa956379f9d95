package dev.charmsignals.gob;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types that one stream has defined so far, and how to skip a value of any type. */
final class GobTypes {

  private static final int MOST_TYPES = 1024;
  private static final int MOST_FIELDS = 1024;
  private static final int DEEPEST = 32;

  private static final int FLOAT = 4;
  private static final int COMPLEX = 7;
  private static final int INTERFACE = 8;

  private final GobInput in;
  private final Map<Long, GobType> types = new HashMap<>();

  GobTypes(GobInput in) {
    this.in = in;
  }

  @Nullable GobType find(long id) {
    return types.get(id);
  }

  /** Reads the definition of type {@code id}, gob's {@code wireType}. */
  void define(long id) throws IOException {
    if (id <= INTERFACE || types.containsKey(id) || types.size() == MOST_TYPES) {
      throw new GobException("Type " + id + " must not be defined here");
    }
    @Nullable GobType type = null;
    int field = -1;
    for (int delta = delta(); delta != 0; delta = delta()) {
      field += delta;
      if (type != null) {
        throw new GobException("Type " + id + " is defined as two things");
      }
      type = oneOf(field);
    }
    if (type == null) {
      throw new GobException("Type " + id + " is defined as nothing");
    }
    types.put(id, type);
  }

  /** Reads past a value of type {@code id}. */
  void skip(long id, int depth) throws IOException {
    if (depth > DEEPEST) {
      throw new GobException("Values are nested deeper than " + DEEPEST);
    }
    if (id >= 1 && id <= FLOAT) {
      in.unsigned();
    } else if (id == GobKind.BYTES.id() || id == GobKind.TEXT.id()) {
      in.skipBytes();
    } else if (id == COMPLEX) {
      in.unsigned();
      in.unsigned();
    } else if (id == INTERFACE) {
      skipInterface();
    } else {
      skipDefined(id, depth);
    }
  }

  private void skipDefined(long id, int depth) throws IOException {
    GobType type = types.get(id);
    if (type instanceof GobType.Struct struct) {
      int field = -1;
      for (int delta = delta(); delta != 0; delta = delta()) {
        field += delta;
        skip(member(struct, field).type(), depth + 1);
      }
    } else if (type instanceof GobType.Sequence sequence) {
      int count = in.count(Integer.MAX_VALUE);
      for (int i = 0; i < count; i++) {
        skip(sequence.element(), depth + 1);
      }
    } else if (type instanceof GobType.Pairs pairs) {
      int count = in.count(Integer.MAX_VALUE);
      for (int i = 0; i < count; i++) {
        skip(pairs.key(), depth + 1);
        skip(pairs.element(), depth + 1);
      }
    } else if (type instanceof GobType.Opaque) {
      in.skipBytes();
    } else {
      throw new GobException("Type " + id + " is used but was never defined");
    }
  }

  /** An interface value: the name of its type, and unless that is empty its id and its bytes. */
  private void skipInterface() throws IOException {
    if (!in.text().isEmpty()) {
      in.signed();
      in.skipBytes();
    }
  }

  static GobType.Member member(GobType.Struct struct, int field) {
    if (field < 0 || field >= struct.members().size()) {
      throw new GobException("A struct has no field " + field);
    }
    return struct.members().get(field);
  }

  /** Reads the step to a struct's next field; 0 ends the struct. */
  int delta() throws IOException {
    long delta = in.unsigned();
    if (delta < 0 || delta > MOST_FIELDS) {
      throw new GobException("A struct steps over " + Long.toUnsignedString(delta) + " fields");
    }
    return (int) delta;
  }

  private GobType oneOf(int field) throws IOException {
    switch (field) {
      case 0: // array: also tells its length, which every value repeats
      case 1: // slice
        long[] sequence = numbers(3);
        return new GobType.Sequence(sequence[1]);
      case 2:
        return struct();
      case 3:
        long[] map = numbers(3);
        return new GobType.Pairs(map[1], map[2]);
      case 4: // the three ways in which Go code encodes itself
      case 5:
      case 6:
        numbers(1);
        return new GobType.Opaque();
      default:
        throw new GobException("A type is defined as kind " + field + ", which gob does not have");
    }
  }

  /** Reads a struct that begins with a name and an id and goes on with numbers only. */
  private long[] numbers(int most) throws IOException {
    long[] values = new long[most];
    int field = -1;
    for (int delta = delta(); delta != 0; delta = delta()) {
      field += delta;
      if (field == 0) {
        nameAndId();
      } else if (field < most) {
        values[field] = in.signed();
      } else {
        throw new GobException("A type's description has a field " + field);
      }
    }
    return values;
  }

  private GobType.Struct struct() throws IOException {
    List<GobType.Member> members = new ArrayList<>();
    int field = -1;
    for (int delta = delta(); delta != 0; delta = delta()) {
      field += delta;
      if (field == 0) {
        nameAndId();
      } else if (field == 1) {
        int count = in.count(MOST_FIELDS);
        for (int i = 0; i < count; i++) {
          members.add(nameAndId());
        }
      } else {
        throw new GobException("A type's description has a field " + field);
      }
    }
    return new GobType.Struct(List.copyOf(members));
  }

  private GobType.Member nameAndId() throws IOException {
    String name = "";
    long id = 0;
    int field = -1;
    for (int delta = delta(); delta != 0; delta = delta()) {
      field += delta;
      if (field == 0) {
        name = in.text();
      } else if (field == 1) {
        id = in.signed();
      } else {
        throw new GobException("A type's description has a field " + field);
      }
    }
    return new GobType.Member(name, id);
  }
}
