package dev.charmsignals.snapshot;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * The shape of any type that jackson-databind can map, such as a bean.
 *
 * <p>The only class that touches databind: it costs tens of milliseconds to load, so a hook pays
 * only when a signal has a component that needs it.
 */
final class DatabindShape extends ValueShape {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          // Class names in a remote's data must never choose what is made.
          .polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder().build())
          .build();

  private final JavaType type;

  private DatabindShape(JavaType type) {
    this.type = type;
  }

  @SuppressWarnings("deprecation") // databind has no other way to ask before there is a value
  static ValueShape of(Type type, String place) {
    JavaType javaType = MAPPER.constructType(type);
    if (!MAPPER.canSerialize(javaType.getRawClass()) || !MAPPER.canDeserialize(javaType)) {
      throw new ShapeException(place, type.getTypeName());
    }
    return new DatabindShape(javaType);
  }

  @Override
  @Nullable Object toJson(Object value) {
    return MAPPER.convertValue(value, Object.class);
  }

  @Override
  Object fromPresent(Object json) throws RestoreException {
    try {
      Object made = MAPPER.convertValue(json, type);
      if (made == null) {
        throw expected("a " + type.getRawClass().getSimpleName());
      }
      return made;
    } catch (IllegalArgumentException e) {
      throw expected("a " + type.getRawClass().getSimpleName());
    }
  }
}
