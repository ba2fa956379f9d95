package dev.charmsignals.snapshot;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.ser.impl.UnsupportedTypeSerializer;
import com.fasterxml.jackson.databind.ser.std.BeanSerializerBase;
import java.lang.reflect.Type;
import java.util.Map;
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
          .annotationIntrospector(new Monomorphic())
          // As for records: newer peers may say more, and nothing is rounded into range.
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .build();

  /** What a remote wrote must never choose which class is made, whatever annotations say. */
  private static final class Monomorphic extends JacksonAnnotationIntrospector {
    @Override
    public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(
        MapperConfig<?> config, Annotated annotated) {
      return null;
    }
  }

  private final JavaType type;
  private final String place;

  private DatabindShape(JavaType type, String place) {
    this.type = type;
    this.place = place;
  }

  static ValueShape of(Type type, String place) {
    JavaType javaType = MAPPER.constructType(type);
    RemoteReach.check(MAPPER, place, javaType);
    if (!canBeWritten(javaType) || !canBeMade(javaType)) {
      throw new ShapeException(place, type.getTypeName());
    }
    return new DatabindShape(javaType, place);
  }

  private static boolean canBeWritten(JavaType type) {
    if (type.hasRawClass(byte[].class)) {
      return false; // databind hands it on as it is
    }
    try {
      JsonSerializer<?> serializer =
          MAPPER.getSerializerProviderInstance().findValueSerializer(type);
      // Without a serializer of its own, a class of the JDK, such as Thread, is no data.
      boolean opaque =
          serializer instanceof BeanSerializerBase && type.getRawClass().getClassLoader() == null;
      return !opaque
          && !(serializer instanceof UnsupportedTypeSerializer)
          && !MAPPER.getSerializerProviderInstance().isUnknownTypeSerializer(serializer);
    } catch (JsonMappingException e) {
      return false;
    }
  }

  /** Tries with nothing: only that tells whether there is a constructor to use. */
  private static boolean canBeMade(JavaType type) {
    try {
      MAPPER.convertValue(Map.of(), type);
      return true;
    } catch (IllegalArgumentException e) {
      return !(e.getCause() instanceof InvalidDefinitionException);
    }
  }

  @Override
  @Nullable Object toJson(Object value) {
    try {
      return MAPPER.convertValue(value, Object.class);
    } catch (IllegalArgumentException e) {
      // What Jackson says may quote the values.
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      throw new SnapshotException(
          place.substring(place.indexOf('.')),
          "cannot be written as JSON (%s)".formatted(cause.getClass().getName()));
    }
  }

  @Override
  Object fromPresent(Object json) throws RestoreException {
    try {
      Object made = MAPPER.convertValue(json, type);
      if (made == null) {
        throw expected("a " + type.getRawClass().getSimpleName());
      }
      return made;
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      // Setters may throw what they like; none of it must fail the hook each time it is read.
      throw expected("a " + type.getRawClass().getSimpleName());
    }
  }
}
