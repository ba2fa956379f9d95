package dev.charmsignals.packing.charmcraft;

import dev.charmsignals.packing.yaml.YamlMap;
import dev.charmsignals.packing.yaml.YamlScalar;
import dev.charmsignals.packing.yaml.YamlValue;
import java.util.List;
import java.util.regex.Pattern;

/** What Juju accepts of the options that an operator can set. */
final class OptionRules {

  private static final List<String> TYPES = List.of("string", "int", "float", "boolean", "secret");
  private static final Pattern SECRET = Pattern.compile("secret:[0-9a-z]{20}");

  private OptionRules() {}

  static void check(Section root) {
    root.section("config", "config").ifPresent(OptionRules::config);
  }

  private static void config(Section config) {
    config.knowsOnly(List.of("options"));
    if (!config.has("options")) {
      config.wrong(
          config.place(),
          "\"options\" is missing; write \"options: {port: {type: int}}\", or remove \"config\"");
    }
    for (YamlMap.Entry entry : config.named("options")) {
      Names.OPTION.check(config, entry);
      config
          .thing("option", entry, "{type: string}")
          .ifPresent(
              option -> {
                option.knowsOnly(List.of("type", "description", "default"));
                option.text("description");
                if (!option.has("type")) {
                  option.wrong(
                      option.place(), "\"type\" is missing; it can be %s", Words.or(TYPES));
                }
                option
                    .oneOf("type", TYPES)
                    .ifPresent(
                        type ->
                            option.map().value("default").ifPresent(v -> fits(option, type, v)));
              });
    }
  }

  private static void fits(Section option, String type, YamlValue value) {
    boolean fits =
        value instanceof YamlScalar scalar
            && switch (type) {
              case "string" -> scalar.plain() instanceof String;
              case "int" -> scalar.isWhole();
              case "float" -> scalar.isWhole() || scalar.plain() instanceof Double;
              case "boolean" -> scalar.plain() instanceof Boolean;
              default -> scalar.text().isEmpty() || SECRET.matcher(scalar.text()).matches();
            };
    if (!fits) {
      option.wrong(
          value.place(),
          "its type is %s, which its default, %s, is not; write for example \"default: %s\"",
          type,
          value.kind(),
          example(type, value));
    }
  }

  private static String example(String type, YamlValue value) {
    return switch (type) {
      case "string" -> value instanceof YamlScalar scalar ? "'" + scalar.text() + "'" : "text";
      case "int" -> "8080";
      case "float" -> "0.5";
      case "boolean" -> "false";
      default -> "secret:d7pmi0n7c41c7lkdos2g";
    };
  }
}
