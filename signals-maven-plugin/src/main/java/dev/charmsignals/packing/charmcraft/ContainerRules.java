package dev.charmsignals.packing.charmcraft;

import dev.charmsignals.packing.yaml.YamlMap;
import dev.charmsignals.packing.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;

/** What Juju accepts of containers beside the charm, and of the resources they are made of. */
final class ContainerRules {

  private static final String IMAGE = "oci-image";

  private final Section root;
  private final List<String> images = new ArrayList<>();
  private final List<String> files = new ArrayList<>();

  private ContainerRules(Section root) {
    this.root = root;
  }

  static void check(Section root) {
    ContainerRules rules = new ContainerRules(root);
    for (YamlMap.Entry entry : root.named("resources")) {
      Names.RESOURCE.check(root, entry);
      root.thing("resource", entry, "{type: oci-image}").ifPresent(r -> rules.resource(entry, r));
    }
    for (YamlMap.Entry entry : root.named("containers")) {
      Names.CONTAINER.check(root, entry);
      root.thing("container", entry, "{resource: web-image}").ifPresent(rules::container);
    }
  }

  private void resource(YamlMap.Entry entry, Section resource) {
    resource.knowsOnly(List.of("type", "description", "filename", "upstream-source"));
    resource.text("description");
    String type = resource.oneOf("type", List.of("file", IMAGE)).orElse("file");
    if (type.equals(IMAGE)) {
      images.add(entry.key());
      return;
    }
    files.add(entry.key());
    if (resource.map().value("type").isPresent() || resource.has("filename")) {
      resource
          .requiredText("filename", entry.key() + ".zip")
          .filter(name -> name.contains("/"))
          .ifPresent(
              name ->
                  resource.wrong(
                      resource.place("filename"),
                      "\"filename\" is \"%s\"; write the name without directories",
                      name));
    } else {
      resource.wrong(resource.place(), "\"type\" is missing; it can be file or %s", IMAGE);
    }
  }

  private void container(Section container) {
    container.knowsOnly(List.of("resource", "mounts", "uid", "gid"));
    container.text("resource").ifPresent(name -> image(container, name));
    for (YamlValue mount : container.items("mounts")) {
      if (mount instanceof YamlMap map) {
        mount(new Section(container.subject(), map.place(), map, container.mistakes()));
      } else {
        container.wrong(
            mount.place(),
            "a mount is %s; write \"{storage: data, location: /data}\"",
            mount.kind());
      }
    }
    for (String id : List.of("uid", "gid")) {
      container
          .count(id, 0)
          .filter(number -> number >= 1000 && number < 10_000)
          .ifPresent(
              number ->
                  container.wrong(
                      container.place(id),
                      "\"%s\" is %d, and Juju keeps 1000 to 9999 for itself; write for example 584792",
                      id,
                      number));
    }
  }

  private void image(Section container, String name) {
    if (files.contains(name)) {
      container.wrong(
          container.place("resource"),
          "resource \"%s\" is a file; give it \"type: oci-image\"",
          name);
    } else if (!images.contains(name)) {
      container.wrong(
          container.place("resource"),
          "there is no resource \"%s\"; write \"resources: {%s: {type: oci-image}}\"",
          name,
          name);
    }
  }

  private void mount(Section mount) {
    mount.knowsOnly(List.of("storage", "location"));
    mount.requiredText("location", "/data");
    mount
        .requiredText("storage", "data")
        .filter(name -> root.named("storage").stream().noneMatch(e -> e.key().equals(name)))
        .ifPresent(
            name ->
                mount.wrong(
                    mount.place("storage"),
                    "there is no storage \"%s\"; write \"storage: {%s: {type: filesystem}}\"",
                    name,
                    name));
  }
}
