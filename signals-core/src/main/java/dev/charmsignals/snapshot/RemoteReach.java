package dev.charmsignals.snapshot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.AnnotatedConstructor;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import java.io.File;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How far the reach of a remote would go if databind made values of a type: it looks for types
 * inside it whose mere making does something, or takes the longer the worse it was meant.
 */
final class RemoteReach {

  /** Loads a class or a provider, asks a name server, names a place, or runs for as long. */
  private static final List<Class<?>> ACTING =
      List.of(
          Class.class,
          JavaType.class,
          InetAddress.class,
          InetSocketAddress.class,
          URL.class,
          File.class,
          Path.class,
          Pattern.class);

  private final ObjectMapper mapper;
  private final String component;
  private final JavaType whole;
  private final Set<JavaType> seen = new HashSet<>();

  private RemoteReach(ObjectMapper mapper, String component, JavaType whole) {
    this.mapper = mapper;
    this.component = component;
    this.whole = whole;
  }

  /**
   * Checks a type with all that it holds.
   *
   * @throws ShapeException when it goes too far
   */
  static void check(ObjectMapper mapper, String component, JavaType type) {
    new RemoteReach(mapper, component, type).check(type);
  }

  private void check(JavaType type) {
    if (!seen.add(type)) {
      return;
    }
    Class<?> raw = type.getRawClass();
    if (isActing(raw)) {
      throw ShapeException.acting(component, whole.toCanonical(), raw.getTypeName());
    }
    if (Set.class.isAssignableFrom(raw) && !isOrdered(type.getContentType())) {
      throw ShapeException.unordered(component, whole.toCanonical(), type.toCanonical());
    }
    if (type.isMapLikeType() && !isKey(type.getKeyType())) {
      throw ShapeException.unordered(component, whole.toCanonical(), type.toCanonical());
    }
    if (type.isContainerType() || type.isReferenceType()) {
      checkAll(type.getBindings().getTypeParameters());
      if (type.getContentType() != null) {
        check(type.getContentType());
      }
    } else if (raw.getClassLoader() != null) { // the rest of the JDK's has been looked through
      checkBean(type);
    }
  }

  private void checkAll(Iterable<JavaType> types) {
    for (JavaType type : types) {
      check(type);
    }
  }

  private void checkBean(JavaType type) {
    var bean = mapper.getDeserializationConfig().introspect(type);
    for (BeanPropertyDefinition property : bean.findProperties()) {
      check(property.getPrimaryType());
    }
    for (AnnotatedConstructor constructor : bean.getConstructors()) {
      if (constructor.hasAnnotation(
          JsonCreator.class)) { // a creator, which may take one value for the whole
        for (int i = 0; i < constructor.getParameterCount(); i++) {
          check(constructor.getParameterType(i));
        }
      }
    }
  }

  private static boolean isActing(Class<?> type) {
    for (Class<?> acting : ACTING) {
      if (acting.isAssignableFrom(type)) {
        return true;
      }
    }
    return type.getName().startsWith("org.w3c.dom."); // an XML parser would run
  }

  /** Hash tables stay quick for what can be ordered, also where all of it hashes alike. */
  private static boolean isOrdered(JavaType type) {
    return Comparable.class.isAssignableFrom(type.getRawClass());
  }

  /** Keys of no stated type are texts. */
  private static boolean isKey(JavaType type) {
    return type.hasRawClass(Object.class) || isOrdered(type);
  }
}
