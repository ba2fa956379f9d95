package dev.charmsignals.metadata;

import dev.charmsignals.metadata.YamlNode.Kind;
import dev.charmsignals.name.EndpointName;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Turns a document into metadata, or says what is wrong with it. */
final class MetadataReader {

  static final String EXAMPLE = "name: my-charm\nrequires:\n  channel:\n    interface: signals";

  private static final String ACTIONS = "backup:\n  description: What it does.";

  private static final Role[] ROLES = Role.values();

  private final Path file;

  private MetadataReader(Path file) {
    this.file = file;
  }

  /** Tells whether a top-level key is read at all. */
  static boolean matters(String key) {
    return switch (key) {
      case "name",
          "provides",
          "requires",
          "peers",
          "storage",
          "containers",
          "resources",
          "actions" ->
          true;
      default -> false;
    };
  }

  static CharmMetadata read(Path file, String text) {
    MetadataReader reader = new MetadataReader(file);
    try {
      return reader.metadata(BlockScanner.scan(text));
    } catch (NotSure e) {
      return reader.metadata(YamlDocument.read(file, text));
    }
  }

  CharmMetadata metadata(YamlNode root) {
    if (root.kind() != Kind.MAPPING) {
      throw wrong(1, "holds no keys", EXAMPLE);
    }
    YamlNode name = root.entries().get("name");
    if (name == null || text(name).isBlank()) {
      throw wrong(name == null ? 0 : name.line(), "has no name of the charm", "name: my-charm");
    }
    Map<String, Endpoint> endpoints = new LinkedHashMap<>();
    for (Role role : ROLES) {
      YamlNode section = root.entries().get(role.section());
      if (section != null) {
        section(role, section, endpoints);
      }
    }
    return new CharmMetadata(
        file,
        text(name),
        endpoints,
        names(root, "storage", "storage:\n  data:\n    type: filesystem"),
        names(root, "containers", "containers:\n  workload:\n    resource: workload-image"),
        names(root, "resources", "resources:\n  data:\n    type: file\n    filename: data.bin"));
  }

  /** Returns the actions of an {@code actions.yaml}, whose top-level keys they are. */
  static List<String> readActions(Path file, String text) {
    YamlNode root = root(file, text);
    if (root.kind() == Kind.NOTHING) {
      return List.of();
    }
    if (root.kind() != Kind.MAPPING) {
      throw new CharmMetadataException(file, 1, "is not a mapping of actions", ACTIONS);
    }
    return List.copyOf(root.entries().keySet());
  }

  /** Returns the actions of a {@code charmcraft.yaml}. */
  static List<String> readActionsSection(Path file, String text) {
    return new MetadataReader(file).names(root(file, text), "actions", "actions:\n  backup: {}");
  }

  private static YamlNode root(Path file, String text) {
    try {
      return BlockScanner.scan(text);
    } catch (NotSure e) {
      return YamlDocument.read(file, text);
    }
  }

  /** Returns the keys of a section, none where it is missing. */
  private List<String> names(YamlNode root, String key, String example) {
    YamlNode section = root.entries().get(key);
    if (section == null || section.kind() == Kind.NOTHING) {
      return List.of();
    }
    if (section.kind() != Kind.MAPPING) {
      throw wrong(section.line(), key + " is not a mapping of names", example);
    }
    return List.copyOf(section.entries().keySet());
  }

  private void section(Role role, YamlNode section, Map<String, Endpoint> endpoints) {
    if (section.kind() == Kind.NOTHING) {
      return; // all its endpoints are commented out
    }
    if (sure(section).kind() != Kind.MAPPING) {
      throw wrong(
          section.line(),
          role.section() + " is not a mapping of endpoints",
          example(role, "channel"));
    }
    for (Map.Entry<String, YamlNode> entry : section.entries().entrySet()) {
      String name = entry.getKey();
      YamlNode node = entry.getValue();
      checkName(role, name, node.line());
      Endpoint before = endpoints.put(name, endpoint(role, name, node));
      if (before != null) {
        throw wrong(
            node.line(),
            "endpoint \"" + name + "\" is declared below " + before.role().section() + " too",
            example(role, name + "-" + role.section()));
      }
    }
  }

  private void checkName(Role role, String name, int line) {
    if (!EndpointName.isWellFormed(name)) {
      throw wrong(
          line,
          "endpoint name \"" + name + "\" is not lower-case words joined by - or _",
          example(role, "my-channel"));
    }
    if (EndpointName.isReserved(name)) {
      throw wrong(
          line,
          "endpoint name \"" + name + "\" is one that Juju keeps for itself",
          example(role, "my-" + name));
    }
  }

  private Endpoint endpoint(Role role, String name, YamlNode node) {
    if (sure(node).kind() == Kind.SCALAR && !node.text().isBlank()) { // the short form, db: pgsql
      return new Endpoint(name, role, node.text(), OptionalInt.empty(), Endpoint.Scope.GLOBAL);
    }
    YamlNode interfaceName = node.entries().get("interface");
    if (interfaceName == null || text(interfaceName).isBlank()) {
      throw wrong(node.line(), "endpoint \"" + name + "\" has no interface", example(role, name));
    }
    return new Endpoint(
        name,
        role,
        text(interfaceName),
        limit(role, name, node.entries().get("limit")),
        scope(role, name, node.entries().get("scope")));
  }

  private OptionalInt limit(Role role, String name, @Nullable YamlNode node) {
    if (node == null || node.kind() == Kind.NOTHING) {
      return OptionalInt.empty();
    }
    String text = text(node);
    int number = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9 || i >= 9) {
        throw wrong(
            node.line(),
            "endpoint \"" + name + "\" has limit \"" + text + "\", which is not a count",
            example(role, name) + "\n    limit: 1");
      }
      number = number * 10 + digit;
    }
    return OptionalInt.of(number);
  }

  private Endpoint.Scope scope(Role role, String name, @Nullable YamlNode node) {
    String text = node == null || node.kind() == Kind.NOTHING ? "global" : text(node);
    for (Endpoint.Scope scope : Endpoint.Scope.values()) {
      if (scope.name().toLowerCase(Locale.ROOT).equals(text)) {
        return scope;
      }
    }
    throw wrong(
        node == null ? 0 : node.line(),
        "endpoint \"" + name + "\" has scope \"" + text + "\", which is not global or container",
        example(role, name) + "\n    scope: container");
  }

  /** Returns a scalar's text; what is no scalar has none. */
  private static String text(YamlNode node) {
    return sure(node).text();
  }

  private static YamlNode sure(YamlNode node) {
    if (node.kind() == Kind.UNREAD) {
      throw new NotSure("text of several lines that is needed");
    }
    return node;
  }

  private static String example(Role role, String name) {
    return role.section() + ":\n  " + name + ":\n    interface: signals";
  }

  private CharmMetadataException wrong(int line, String problem, String example) {
    return new CharmMetadataException(file, line, problem, example);
  }
}
