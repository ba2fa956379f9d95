package dev.charmsignals.packing.charmcraft;

import dev.charmsignals.packing.yaml.YamlMap;
import dev.charmsignals.packing.yaml.YamlScalar;
import dev.charmsignals.packing.yaml.YamlValue;
import java.util.List;
import java.util.regex.Pattern;

/** What Juju accepts of storage and of devices. */
final class StorageRules {

  private static final List<String> KEYS =
      List.of(
          "type",
          "description",
          "location",
          "shared",
          "read-only",
          "multiple",
          "minimum-size",
          "properties");
  private static final Pattern RANGE = Pattern.compile("(\\d{1,9})([+-]|-(\\d{1,9}))");
  private static final Pattern SIZE = Pattern.compile("\\d+(\\.\\d+)?([MGTPEZY](i?B)?)?");

  private StorageRules() {}

  static void check(Section root) {
    for (YamlMap.Entry entry : root.named("storage")) {
      Names.STORAGE.check(root, entry);
      root.thing("storage", entry, "{type: filesystem}").ifPresent(StorageRules::storage);
    }
    for (YamlMap.Entry entry : root.named("devices")) {
      Names.DEVICE.check(root, entry);
      root.thing("device", entry, "{type: gpu}").ifPresent(StorageRules::device);
    }
  }

  private static void storage(Section storage) {
    storage.knowsOnly(KEYS);
    storage.requiredText("type", "filesystem");
    String type = storage.oneOf("type", List.of("filesystem", "block")).orElse("");
    storage.text("description");
    if (storage.text("location").isPresent() && type.equals("block")) {
      storage.wrong(
          storage.place("location"),
          "a block device has no location; remove it, or write" + " \"type: filesystem\"");
    }
    storage.truth("shared");
    storage.truth("read-only");
    storage
        .section("multiple", storage.subject())
        .ifPresent(
            multiple -> {
              multiple.knowsOnly(List.of("range"));
              multiple.map().value("range").ifPresent(range -> range(multiple, range));
            });
    storage.map().value("minimum-size").ifPresent(size -> size(storage, size));
    for (String property : storage.texts("properties")) {
      if (!property.equals("transient")) {
        storage.wrong(
            storage.place("properties"),
            "Juju knows no property \"%s\", only \"transient\"",
            property);
      }
    }
  }

  private static void range(Section multiple, YamlValue value) {
    boolean fits = false;
    if (value instanceof YamlScalar scalar) {
      var range = RANGE.matcher(scalar.text());
      fits =
          scalar.plain() instanceof Integer count
              ? count > 0
              : range.matches()
                  && (range.group(3) == null
                      || Integer.parseInt(range.group(3)) > 0
                          && Integer.parseInt(range.group(3)) >= Integer.parseInt(range.group(1)));
    }
    if (!fits) {
      multiple.wrong(
          value.place(), "its range is %s; write for example 1, 0-3, 2- or 2+", value.kind());
    }
  }

  private static void size(Section storage, YamlValue value) {
    if (!(value instanceof YamlScalar scalar
        && scalar.plain() instanceof String
        && SIZE.matcher(scalar.text()).matches())) {
      storage.wrong(
          value.place(), "its \"minimum-size\" is %s; write for example \"10G\"", value.kind());
    }
  }

  private static void device(Section device) {
    device.knowsOnly(List.of("type", "description", "countmin", "countmax"));
    device.requiredText("type", "gpu");
    device.text("description");
    long least = device.count("countmin", 0).orElse(1L);
    long most = device.count("countmax", 0).orElse(Math.max(1L, least));
    if (most < least) {
      device.wrong(
          device.place("countmax"), "\"countmax\" is %d, below \"countmin\", %d", most, least);
    }
  }
}
