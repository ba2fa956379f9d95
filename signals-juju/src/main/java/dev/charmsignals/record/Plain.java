package dev.charmsignals.record;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a databag holds this component as it is, not as JSON: {@code primary} instead of {@code
 * "primary"}. For interfaces that agreed on that; the component is a string, or an {@code Optional}
 * of one. Numbers, true and false look the same either way and need no mark.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Plain {}
