package dev.charmsignals.record;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The key of a record's component, where it is not the component's name in kebab-case: {@code
 * maxConnections} has the key {@code max-connections} without being told.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Key {

  /** Returns the key. */
  String value();
}
