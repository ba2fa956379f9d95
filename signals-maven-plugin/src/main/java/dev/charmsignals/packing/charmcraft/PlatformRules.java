package dev.charmsignals.packing.charmcraft;

import dev.charmsignals.packing.yaml.Place;
import dev.charmsignals.packing.yaml.YamlList;
import dev.charmsignals.packing.yaml.YamlMap;
import dev.charmsignals.packing.yaml.YamlScalar;
import dev.charmsignals.packing.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the platforms of a charm in charmcraft's two forms: a {@code base} with architectures as
 * {@code platforms}, or {@code platforms} that name the base each.
 */
final class PlatformRules {

  private static final List<String> ARCHITECTURES =
      List.of("amd64", "arm64", "ppc64el", "riscv64", "s390x");

  /** What charmcraft packs for and Juju knows by name; it refuses a charm for anything else. */
  private static final Set<String> SYSTEMS = Set.of("ubuntu", "centos", "almalinux");

  private static final Pattern BASE = Pattern.compile("([a-z]+)@(\\d+(?:\\.\\d+)?)");
  private static final Pattern WITH_BASE = Pattern.compile("(.*@.*):([^:]*)");

  private final Section root;
  private final Optional<String> base;
  private final List<Platform> platforms = new ArrayList<>();

  /** What {@code base} says, without an architecture; empty, too, if that is a mistake. */
  private Optional<Platform> shared = Optional.empty();

  private PlatformRules(Section root) {
    this.root = root;
    this.base = root.text("base");
  }

  /** Returns the platforms; what cannot be read is a mistake and left out. */
  static List<Platform> read(Section root) {
    PlatformRules rules = new PlatformRules(root);
    rules.read();
    return rules.platforms;
  }

  private void read() {
    if (root.map().entry("bases").isPresent()) {
      root.wrong(
          root.place("bases"),
          "\"bases\" is the old form; write \"base: ubuntu@24.04\" and \"platforms: {amd64: }\"");
      return;
    }
    shared = base.flatMap(text -> system(root.place("base"), text));
    List<YamlMap.Entry> entries = root.named("platforms");
    if (entries.isEmpty()) {
      root.wrong(
          root.place("platforms"),
          "\"platforms\" is missing; write \"base: ubuntu@24.04\" and \"platforms: {amd64: }\"");
    }
    entries.forEach(this::platform);
  }

  private void platform(YamlMap.Entry entry) {
    if (entry.value().plain() == null) {
      target(entry.place(), entry.key());
    } else if (entry.value() instanceof YamlMap map) {
      Section section =
          new Section("platform \"" + entry.key() + "\"", entry.place(), map, root.mistakes());
      section.knowsOnly(List.of("build-on", "build-for"));
      Optional<YamlValue> target = map.value("build-for");
      if (target.isEmpty()) {
        target(entry.place(), entry.key());
      } else if (only(target.get()) instanceof YamlScalar only) {
        target(only.place(), only.text());
      } else {
        section.wrong(
            target.get().place(),
            "\"build-for\" names more than one; write \"build-for: [amd64]\"");
      }
    } else {
      root.wrong(
          entry.place(),
          "platform \"%s\" has %s; write \"%s:\" and nothing behind it",
          entry.key(),
          entry.value().kind(),
          entry.key());
    }
  }

  private static YamlValue only(YamlValue value) {
    return value instanceof YamlList list && list.items().size() == 1 ? list.items().get(0) : value;
  }

  /** Reads {@code amd64} or {@code ubuntu@24.04:amd64}. */
  private void target(Place place, String text) {
    Matcher own = WITH_BASE.matcher(text);
    boolean ownBase = own.matches();
    if (ownBase && base.isPresent()) {
      root.wrong(
          place,
          "platform \"%s\" names a base, and so does \"base\" in line %d; remove one of the two",
          text,
          root.place("base").line());
      return;
    }
    String architecture = ownBase ? own.group(2) : text;
    if (!ARCHITECTURES.contains(architecture) && !architecture.equals(Platform.ALL)) {
      root.wrong(
          place,
          "platform \"%s\" has no architecture that Juju knows; it can be %s",
          text,
          Words.or(ARCHITECTURES));
      return;
    }
    if (!ownBase && base.isEmpty()) {
      root.wrong(
          place,
          "platform \"%s\" has no base; write \"base: ubuntu@24.04\", or \"ubuntu@24.04:%s:\"",
          text,
          architecture);
      return;
    }
    (ownBase ? system(place, own.group(1)) : shared)
        .map(system -> new Platform(system.system(), system.channel(), architecture))
        .filter(platform -> isNew(place, platform))
        .ifPresent(platforms::add);
  }

  private boolean isNew(Place place, Platform platform) {
    if (platforms.contains(platform)) {
      root.wrong(place, "a platform for %s is there already; remove this one", platform.label());
    }
    return !platforms.contains(platform);
  }

  private Optional<Platform> system(Place place, String text) {
    Matcher matcher = BASE.matcher(text);
    if (matcher.matches() && SYSTEMS.contains(matcher.group(1))) {
      return Optional.of(new Platform(matcher.group(1), matcher.group(2), ""));
    }
    root.wrong(place, "\"%s\" is no base; write for example \"ubuntu@24.04\"", text);
    return Optional.empty();
  }
}
