package dev.charmsignals.packing.charmcraft;

import dev.charmsignals.packing.yaml.YamlList;
import dev.charmsignals.packing.yaml.YamlMap;
import dev.charmsignals.packing.yaml.YamlScalar;
import dev.charmsignals.packing.yaml.YamlValue;
import java.util.List;
import java.util.regex.Pattern;

/** What Juju accepts of the features that a charm assumes. */
final class AssumesRules {

  private static final Pattern FEATURE =
      Pattern.compile("[a-z][a-z0-9-]*[a-z0-9](\\s*(>=|<)\\s*\\d+(\\.\\d+(\\.\\d+)?)?)?");

  private AssumesRules() {}

  static void check(Section root) {
    root.items("assumes").forEach(item -> expression(root, item));
  }

  private static void expression(Section root, YamlValue value) {
    if (value instanceof YamlScalar scalar && scalar.plain() instanceof String) {
      if (!FEATURE.matcher(scalar.text().strip()).matches()) {
        root.wrong(
            value.place(),
            "\"assumes\" has %s; write a feature such as \"k8s-api\" or \"juju >= 3.6\"",
            value.kind());
      }
    } else if (value instanceof YamlMap map
        && map.entries().size() == 1
        && List.of("any-of", "all-of").containsAll(map.keys())
        && map.entries().get(0).value() instanceof YamlList list) {
      list.items().forEach(item -> expression(root, item));
    } else {
      root.wrong(
          value.place(),
          "\"assumes\" has %s; write a feature, or \"any-of:\" or \"all-of:\" with a list of them",
          value.kind());
    }
  }
}
