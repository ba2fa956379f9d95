package dev.charmsignals.record;

import dev.charmsignals.json.JsonReader;
import dev.charmsignals.json.MalformedException;
import dev.charmsignals.snapshot.RecordField;
import dev.charmsignals.snapshot.RestoreException;
import dev.charmsignals.snapshot.SnapshotException;
import dev.charmsignals.snapshot.SnapshotText;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One component of a record and the key that stands for it. */
final class RecordKey {

  private final RecordField field;
  private final String key;
  private final Class<?> type;
  private final boolean optional;
  private final boolean plain;
  private final @Nullable RecordComponent only;

  RecordKey(Class<? extends Record> owner, RecordField field) {
    this.field = field;
    RecordComponent component = field.component();
    Key named = component.getAnnotation(Key.class);
    key = named == null ? KebabCase.of(field.name()) : named.value();
    type = Kinds.raw(component.getGenericType());
    optional = component.getType() == Optional.class;
    plain = component.isAnnotationPresent(Plain.class);
    only = onlyText(type);
    if (plain && type != String.class && only == null) {
      throw new RecordTypeException(
          owner, field.name(), "is marked @Plain, which only a string can be; take the mark away");
    }
    if (key.isEmpty()) {
      throw new RecordTypeException(owner, field.name(), "has an empty @Key; name the key");
    }
  }

  /** Returns the component of a record that wraps one string, such as a name or a reference. */
  private static @Nullable RecordComponent onlyText(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    boolean wraps =
        components != null && components.length == 1 && components[0].getType() == String.class;
    return components != null && wraps ? components[0] : null;
  }

  String key() {
    return key;
  }

  String component() {
    return field.name();
  }

  String expected() {
    return only != null ? "a string" : Kinds.ofType(field.component().getGenericType());
  }

  /** Whether a value that is not there needs a default. */
  boolean isPrimitive() {
    return field.component().getType().isPrimitive();
  }

  /** Whether a value that is not there is a mistake unless the record's constructor has one. */
  boolean isRequired() {
    return !optional;
  }

  @Nullable Object of(Record value) {
    return field.of(value);
  }

  /** Makes the component's value of a JSON value. */
  @Nullable Object fromJson(@Nullable Object json) throws RestoreException {
    try {
      return field.fromJson(unwrapped(json));
    } catch (RestoreException e) {
      if (type.isEnum() && json != null) {
        throw new RestoreException("is not " + expected());
      }
      boolean bare = e.reason().startsWith("is not ") && json != null;
      throw bare ? new RestoreException(e.reason() + ", but " + Kinds.ofValue(json)) : e;
    }
  }

  /** Makes the component's value of what a databag holds. */
  @Nullable Object fromText(@Nullable String text) throws RestoreException {
    if (text == null || plain) {
      return fromJson(text);
    }
    Object json;
    try {
      json = JsonReader.read(text);
    } catch (MalformedException e) {
      throw new RestoreException(
          "is not JSON, in which " + (type == String.class ? "a string has quotes" : "it is kept"));
    }
    return fromJson(json);
  }

  /** Returns what stands for the component in JSON; null for nothing. */
  @Nullable Object toJson(Record value) {
    Object json = field.toJson(value);
    return only != null && json instanceof Map<?, ?> wrapped ? wrapped.get(only.getName()) : json;
  }

  /**
   * Returns what stands for the component in a databag.
   *
   * @throws SnapshotException naming the key, when it cannot stand there
   */
  Optional<String> toText(Record value, int maxCharacters) {
    Object json = toJson(value);
    if (json == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(plain ? (String) json : SnapshotText.ofValue(json, maxCharacters));
    } catch (SnapshotException e) {
      throw e.in("key \"" + key() + "\"");
    }
  }

  private @Nullable Object unwrapped(@Nullable Object json) {
    if (!(json instanceof String text)) {
      return json;
    }
    if (only != null) {
      return Map.of(only.getName(), text);
    }
    return type.isEnum() ? constant(text) : json;
  }

  /** A constant may be written as its name or as Juju writes words. */
  private String constant(String text) {
    for (Object constant : type.getEnumConstants()) {
      String name = ((Enum<?>) constant).name();
      if (KebabCase.of(name).equals(text)) {
        return name;
      }
    }
    return text;
  }
}
