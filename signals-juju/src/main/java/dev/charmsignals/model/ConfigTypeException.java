package dev.charmsignals.model;

import dev.charmsignals.CharmSignalsException;

/** The charm reads a config option as another type than its {@code config.yaml} declares. */
public final class ConfigTypeException extends CharmSignalsException {

  private final String option;
  private final String asked;
  private final String found;

  ConfigTypeException(String option, String asked, Object value) {
    this(option, asked, name(value));
  }

  private ConfigTypeException(String option, String asked, String found) {
    super(
        "Config option \"%s\" was read as %s but is of type %s; use config().%s(\"%s\")"
            .formatted(option, asked, found, reader(found), option));
    this.option = option;
    this.asked = asked;
    this.found = found;
  }

  /** Returns the option's name. */
  public String option() {
    return option;
  }

  /** Returns the type the charm asked for, in the words of {@code config.yaml}. */
  public String asked() {
    return asked;
  }

  /** Returns the type of the value that Juju gave; a float of 1.0 arrives as an int. */
  public String found() {
    return found;
  }

  private static String name(Object value) {
    if (value instanceof String) {
      return "string";
    }
    if (value instanceof Boolean) {
      return "boolean";
    }
    return value instanceof Long ? "int" : "float";
  }

  private static String reader(String found) {
    return switch (found) {
      case "int" -> "integer";
      case "float" -> "decimal";
      case "boolean" -> "bool";
      default -> "string";
    };
  }
}
