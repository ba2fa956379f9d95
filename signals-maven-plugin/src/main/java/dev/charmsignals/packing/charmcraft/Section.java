package dev.charmsignals.packing.charmcraft;

import dev.charmsignals.packing.yaml.Mistakes;
import dev.charmsignals.packing.yaml.Place;
import dev.charmsignals.packing.yaml.YamlList;
import dev.charmsignals.packing.yaml.YamlMap;
import dev.charmsignals.packing.yaml.YamlScalar;
import dev.charmsignals.packing.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A mapping that is being checked: whoever reads a key of it says what it should be, and what is
 * something else becomes a mistake.
 *
 * @param subject what the mapping is about, with which its mistakes begin: {@code endpoint
 *     "channel"}; empty for the file itself
 * @param place where that is named
 * @param map the mapping
 * @param mistakes takes what is wrong
 */
record Section(String subject, Place place, YamlMap map, Mistakes mistakes) {

  void wrong(Place where, String text, Object... values) {
    mistakes.add(
        where, (subject.isEmpty() ? "" : subject.replace("%", "%%") + ": ") + text, values);
  }

  /** Returns where a key stands, or the section if it does not have it. */
  Place place(String key) {
    return map.entry(key).map(YamlMap.Entry::place).orElse(place);
  }

  boolean has(String key) {
    return map.value(key).isPresent();
  }

  void knowsOnly(List<String> keys) {
    knowsOnly(keys, List.of());
  }

  /** Complains of every key that is neither known nor left to somebody else. */
  void knowsOnly(List<String> keys, List<String> others) {
    for (YamlMap.Entry entry : map.entries()) {
      if (!keys.contains(entry.key()) && !others.contains(entry.key())) {
        wrong(
            entry.place(),
            "\"%s\" is no key that belongs here; there are %s",
            entry.key(),
            Words.and(keys));
      }
    }
  }

  Optional<String> text(String key) {
    return scalar(key, "text", scalar -> scalar.plain() instanceof String).map(YamlScalar::text);
  }

  /** Returns a text that has to be there and not blank. */
  Optional<String> requiredText(String key, String example) {
    Optional<String> text = text(key);
    if (!has(key) || text.filter(String::isBlank).isPresent()) {
      wrong(place(key), "\"%s\" is missing; write \"%s: %s\"", key, key, example);
      return Optional.empty();
    }
    return text;
  }

  Optional<String> oneOf(String key, List<String> words) {
    Optional<String> text = text(key);
    if (text.isPresent() && !words.contains(text.get())) {
      wrong(place(key), "\"%s\" is \"%s\"; it can be %s", key, text.get(), Words.or(words));
      return Optional.empty();
    }
    return text;
  }

  Optional<Boolean> truth(String key) {
    return scalar(key, "true or false", scalar -> scalar.plain() instanceof Boolean)
        .map(scalar -> Boolean.TRUE.equals(scalar.plain()));
  }

  /** Returns a whole number of at least {@code least}. */
  Optional<Long> count(String key, long least) {
    Optional<Long> count =
        scalar(key, "a whole number", YamlScalar::isWhole)
            .map(scalar -> scalar.plain() instanceof Number number ? number.longValue() : 0L);
    if (count.isPresent() && count.get() < least) {
      wrong(place(key), "\"%s\" is %d; the least is %d", key, count.get(), least);
      return Optional.empty();
    }
    return count;
  }

  private Optional<YamlScalar> scalar(String key, String what, Predicate<YamlScalar> fits) {
    Optional<YamlValue> value = map.value(key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get() instanceof YamlScalar scalar && fits.test(scalar)) {
      return Optional.of(scalar);
    }
    String quoted = what.equals("text") && value.get() instanceof YamlScalar ? " in quotes" : "";
    wrong(
        value.get().place(),
        "\"%s\" is %s; it has to be %s%s",
        key,
        value.get().kind(),
        what,
        quoted);
    return Optional.empty();
  }

  /** Returns the items of a list; none if there is no such key. */
  List<YamlValue> items(String key) {
    Optional<YamlValue> value = map.value(key);
    if (value.isPresent() && value.get() instanceof YamlList list) {
      return list.items();
    }
    value.ifPresent(
        other -> wrong(other.place(), "\"%s\" is %s; it has to be a list", key, other.kind()));
    return List.of();
  }

  /** Checks that a key, if it is there, has a list of texts. */
  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (YamlValue item : items(key)) {
      if (item instanceof YamlScalar scalar && scalar.plain() instanceof String) {
        texts.add(scalar.text());
      } else {
        wrong(item.place(), "\"%s\" has %s among its items; all have to be text", key, item.kind());
      }
    }
    return texts;
  }

  /** Returns the mapping that a key has. */
  Optional<Section> section(String key, String subjectOfIt) {
    Optional<YamlValue> value = map.value(key);
    if (value.isPresent() && value.get() instanceof YamlMap inner) {
      return Optional.of(new Section(subjectOfIt, place(key), inner, mistakes));
    }
    value.ifPresent(
        other -> wrong(other.place(), "\"%s\" is %s; it has to be a mapping", key, other.kind()));
    return Optional.empty();
  }

  /** Returns the entries of a key that has a mapping by name; none if there is no such key. */
  List<YamlMap.Entry> named(String key) {
    return section(key, key).map(section -> section.map().entries()).orElse(List.of());
  }

  /** Makes a section of a named thing, whose value has to be a mapping. */
  Optional<Section> thing(String kind, YamlMap.Entry entry, String example) {
    String subjectOfIt = "%s \"%s\"".formatted(kind, entry.key());
    if (entry.value() instanceof YamlMap inner) {
      return Optional.of(new Section(subjectOfIt, entry.place(), inner, mistakes));
    }
    wrong(
        entry.place(),
        "%s has %s; write \"%s: %s\"",
        subjectOfIt,
        entry.value().kind(),
        entry.key(),
        example);
    return Optional.empty();
  }
}
