package dev.charmsignals.packing.charmcraft;

import dev.charmsignals.packing.yaml.YamlList;
import dev.charmsignals.packing.yaml.YamlScalar;
import dev.charmsignals.packing.yaml.YamlValue;
import java.util.List;

/** What Juju and charmcraft accept of a whole charm. */
final class CharmRules {

  private static final List<String> KEYS =
      List.of(
          "type",
          "name",
          "title",
          "summary",
          "description",
          "base",
          "build-base",
          "platforms",
          "parts",
          "links",
          "assumes",
          "charm-user",
          "subordinate",
          "provides",
          "requires",
          "peers",
          "extra-bindings",
          "config",
          "actions",
          "storage",
          "devices",
          "containers",
          "resources",
          "terms",
          "analysis",
          "charm-libs",
          "version");

  private static final List<String> LINKS =
      List.of("contact", "documentation", "issues", "source", "website");

  private CharmRules() {}

  static void check(Section root) {
    // PlatformRules says more about "bases".
    root.knowsOnly(KEYS, List.of("bases"));
    if (!root.has("type")) {
      root.wrong(root.place("type"), "\"type\" is missing; write \"type: charm\"");
    }
    root.oneOf("type", List.of("charm"));
    String charm = root.requiredText("name", "my-charm").orElse("");
    if (!charm.isEmpty() && !CharmName.isWellFormed(charm)) {
      root.wrong(
          root.place("name"),
          "the name \"%s\" is not made of %s; write for example \"my-charm\"",
          charm,
          CharmName.RULE);
    }
    texts(root);
    links(root);
    root.texts("terms");
    root.oneOf("charm-user", List.of("root", "sudoer", "non-root"));
    root.section("parts", "parts");
    root.section("analysis", "analysis");
    EndpointRules.check(root, charm);
    OptionRules.check(root);
    ActionRules.check(root, charm);
    StorageRules.check(root);
    ContainerRules.check(root);
    AssumesRules.check(root);
  }

  private static void texts(Section root) {
    root.text("title")
        .filter(title -> title.length() < 2 || title.length() > 40)
        .ifPresent(
            title ->
                root.wrong(
                    root.place("title"),
                    "\"title\" has %d characters; charmcraft takes 2 to 40",
                    title.length()));
    root.requiredText("summary", "What it does, in a line.")
        .filter(summary -> summary.length() > 200)
        .ifPresent(
            summary ->
                root.wrong(
                    root.place("summary"),
                    "\"summary\" has %d characters; charmcraft takes 200 at most",
                    summary.length()));
    root.requiredText("description", "What it does and for whom.");
  }

  private static void links(Section root) {
    root.section("links", "links")
        .ifPresent(
            links -> {
              links.knowsOnly(LINKS);
              for (String key : LINKS) {
                links.map().value(key).ifPresent(value -> link(links, key, value));
              }
            });
  }

  private static void link(Section links, String key, YamlValue value) {
    List<YamlValue> each =
        value instanceof YamlList list && !key.equals("documentation")
            ? list.items()
            : List.of(value);
    for (YamlValue link : each) {
      boolean text = link instanceof YamlScalar scalar && scalar.plain() instanceof String;
      boolean address =
          key.equals("contact")
              || link instanceof YamlScalar scalar && scalar.text().matches("https?://.+");
      if (!text || !address) {
        links.wrong(
            link.place(),
            "\"%s\" is %s; write for example \"https://example.com\"",
            key,
            link.kind());
      }
    }
  }
}
