package dev.charmsignals.packing.charmcraft;

import dev.charmsignals.packing.yaml.YamlMap;
import java.util.List;

/** What Juju accepts of actions. */
final class ActionRules {

  /** Keys of an action that are Juju's own; every other one belongs to the schema. */
  private static final List<String> OWN =
      List.of("description", "title", "params", "required", "parallel", "execution-group");

  private ActionRules() {}

  static void check(Section root, String charm) {
    for (YamlMap.Entry entry : root.named("actions")) {
      Names.ACTION.checkFree(root, charm, entry);
      if (entry.value().plain() != null) { // an action that says nothing about itself is one
        root.thing("action", entry, "{description: What it does.}").ifPresent(ActionRules::action);
      }
    }
  }

  private static void action(Section action) {
    action.text("description");
    action.text("title");
    action.truth("parallel");
    action.text("execution-group");
    for (YamlMap.Entry parameter : action.named("params")) {
      SchemaRules.check(action, "parameter \"" + parameter.key() + "\"", parameter);
    }
    List<String> parameters =
        action.section("params", "params").map(params -> params.map().keys()).orElse(List.of());
    for (String required : action.texts("required")) {
      if (!parameters.contains(required)) {
        action.wrong(
            action.place("required"),
            "it requires the parameter \"%s\", which it does not have; it has %s",
            required,
            Words.and(parameters));
      }
    }
    SchemaRules.checkKeywords(
        action,
        "its schema",
        action.map().entries().stream().filter(entry -> !OWN.contains(entry.key())).toList());
  }
}
