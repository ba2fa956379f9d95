package dev.charmsignals.packing.charmcraft;

import dev.charmsignals.packing.yaml.Place;
import dev.charmsignals.packing.yaml.YamlMap;
import dev.charmsignals.packing.yaml.YamlScalar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What Juju accepts of endpoints and of the further names that a network can be bound to. */
final class EndpointRules {

  private static final List<String> KEYS =
      List.of("interface", "limit", "optional", "scope", "description");

  private final Section root;
  private final String charm;
  private final Map<String, Place> places = new HashMap<>();
  private boolean lodgesWithAnother;

  private EndpointRules(Section root, String charm) {
    this.root = root;
    this.charm = charm;
  }

  static void check(Section root, String charm) {
    EndpointRules rules = new EndpointRules(root, charm);
    for (String role : List.of("provides", "requires", "peers")) {
      for (YamlMap.Entry entry : root.named(role)) {
        rules.endpoint(role, entry);
      }
    }
    rules.bindings();
    rules.subordinate();
  }

  private void endpoint(String role, YamlMap.Entry entry) {
    Place before = places.putIfAbsent(entry.key(), entry.place());
    if (before != null) {
      root.wrong(
          entry.place(),
          "endpoint \"%s\" is declared in line %d already; give one of the two another name",
          entry.key(),
          before.line());
    }
    if (entry.value() instanceof YamlScalar shortForm && shortForm.plain() instanceof String) {
      Names.ENDPOINT.checkFree(root, charm, entry);
      interfaceName(root, entry.place(), role, entry.key(), shortForm.text());
      return;
    }
    boolean inContainer =
        root.thing("endpoint", entry, "{interface: my-signals}")
            .map(endpoint -> full(role, entry, endpoint))
            .orElse(false);
    // A subordinate may require juju-info and the like of the charm that it lives beside.
    if (role.equals("requires") && inContainer) {
      lodgesWithAnother = true;
      Names.ENDPOINT.check(root, entry);
    } else {
      Names.ENDPOINT.checkFree(root, charm, entry);
    }
  }

  private boolean full(String role, YamlMap.Entry entry, Section endpoint) {
    endpoint.knowsOnly(KEYS);
    endpoint
        .requiredText("interface", "my-signals")
        .ifPresent(
            name -> interfaceName(root, endpoint.place("interface"), role, entry.key(), name));
    endpoint.count("limit", 0);
    endpoint.truth("optional");
    endpoint.text("description");
    return endpoint.oneOf("scope", List.of("global", "container")).orElse("").equals("container");
  }

  private void interfaceName(
      Section section, Place place, String role, String endpoint, String name) {
    if (Names.isReserved(name) && !role.equals("requires") && !charm.startsWith("juju-")) {
      section.wrong(
          place,
          "endpoint \"%s\" has the interface \"%s\", which only Juju provides; write for example"
              + " \"my-signals\"",
          endpoint,
          name);
    }
  }

  private void bindings() {
    List<YamlMap.Entry> bindings = root.named("extra-bindings");
    if (root.has("extra-bindings") && bindings.isEmpty()) {
      root.wrong(
          root.place("extra-bindings"),
          "\"extra-bindings\" is empty; remove it, or write \"extra-bindings: {cluster: }\"");
    }
    for (YamlMap.Entry entry : bindings) {
      Place endpoint = places.get(entry.key());
      if (endpoint != null) {
        root.wrong(
            entry.place(),
            "extra binding \"%s\" is an endpoint in line %d, which can be bound without it",
            entry.key(),
            endpoint.line());
      }
      if (entry.value().plain() != null) {
        root.wrong(
            entry.value().place(),
            "extra binding \"%s\" has %s; write \"%s:\" and nothing behind it",
            entry.key(),
            entry.value().kind(),
            entry.key());
      }
    }
  }

  private void subordinate() {
    if (root.truth("subordinate").orElse(false) && !lodgesWithAnother) {
      root.wrong(
          root.place("subordinate"),
          "a subordinate charm has to require an endpoint in the container of another; write"
              + " \"requires: {juju-info: {interface: juju-info, scope: container}}\"");
    }
  }
}
