package dev.charmsignals.packing.charmcraft;

import dev.charmsignals.packing.yaml.YamlMap;
import java.util.regex.Pattern;

/**
 * The names that Juju takes for the parts of a charm.
 *
 * @param kind what is named, such as {@code endpoint}
 * @param pattern the names that are taken
 * @param rule the pattern in words
 * @param example a name that is taken
 */
record Names(String kind, Pattern pattern, String rule, String example) {

  private static final String WORDS = "lower-case words joined by -";

  static final Names ENDPOINT =
      of("endpoint", "[a-z][a-z0-9]*([_-][a-z0-9]+)*", WORDS + " or _", "channel");
  static final Names STORAGE =
      of("storage", "[a-z][a-z0-9]*([_-][a-z0-9]+)*", WORDS + " or _", "data");
  static final Names CONTAINER =
      of(
          "container",
          "(?=.{1,63}$)[a-z](-?[a-z0-9]+)*",
          WORDS + ", 63 letters at most",
          "workload");
  static final Names ACTION = of("action", "[a-z]([a-z0-9-]*[a-z0-9])?", WORDS, "back-up");
  static final Names RESOURCE = of("resource", "[a-z]([a-z0-9_-]*[a-z0-9])?", WORDS, "web-image");
  static final Names OPTION =
      of("option", "[A-Za-z_][A-Za-z0-9_-]*", "letters, digits, - and _", "port");
  static final Names DEVICE = of("device", "[a-z]([a-z0-9-]*[a-z0-9])?", WORDS, "gpu");

  private static Names of(String kind, String pattern, String rule, String example) {
    return new Names(kind, Pattern.compile(pattern), rule, example);
  }

  void check(Section root, YamlMap.Entry entry) {
    if (!pattern.matcher(entry.key()).matches()) {
      root.wrong(
          entry.place(),
          "%s name \"%s\" is not made of %s; write for example \"%s\"",
          kind,
          entry.key(),
          rule,
          example);
    }
  }

  /** Checks also that Juju does not keep the name for itself (contract §7). */
  void checkFree(Section root, String charm, YamlMap.Entry entry) {
    check(root, entry);
    if (isReserved(entry.key()) && !charm.startsWith("juju-")) {
      root.wrong(
          entry.place(),
          "%s name \"%s\" is one that Juju keeps for itself; write for example \"my-%s\"",
          kind,
          entry.key(),
          entry.key());
    }
  }

  static boolean isReserved(String name) {
    return name.equals("juju") || name.startsWith("juju-");
  }
}
