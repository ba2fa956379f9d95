package dev.charmsignals.testkit.command;

import java.util.regex.Pattern;

/** Names of units and applications among arguments. */
final class Names {

  private static final String APPLICATION = "[a-z][a-z0-9]*(?:-[a-z0-9]*[a-z][a-z0-9]*)*";
  private static final Pattern APPLICATION_NAME = Pattern.compile(APPLICATION);
  private static final Pattern UNIT_NAME = Pattern.compile(APPLICATION + "/(?:0|[1-9][0-9]*)");

  private Names() {}

  static boolean isApplication(String name) {
    return APPLICATION_NAME.matcher(name).matches();
  }

  static boolean isUnit(String name) {
    return UNIT_NAME.matcher(name).matches();
  }

  static String applicationOf(String unit) {
    return unit.substring(0, unit.indexOf('/'));
  }
}
