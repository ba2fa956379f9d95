package dev.charmsignals.packing.charmcraft;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.charmsignals.packing.yaml.Place;
import dev.charmsignals.packing.yaml.YamlList;
import dev.charmsignals.packing.yaml.YamlMap;
import dev.charmsignals.packing.yaml.YamlScalar;
import dev.charmsignals.packing.yaml.YamlValue;
import java.util.List;
import java.util.Set;

/**
 * What Juju accepts of the schema of a parameter: JSON Schema, draft 4, without references.
 *
 * <p>Keywords that draft 4 does not know are accepted and mean nothing, as everywhere in it.
 */
final class SchemaRules {

  private static final List<String> TYPES =
      List.of("string", "integer", "number", "boolean", "array", "object", "null");
  private static final Set<String> REFERENCES = Set.of("$ref", "$schema");

  private final Section action;
  private final String subject;

  private SchemaRules(Section action, String subject) {
    this.action = action;
    this.subject = subject;
  }

  /** Checks the schema that an entry has. */
  static void check(Section action, String subject, YamlMap.Entry entry) {
    new SchemaRules(action, subject).schema(entry.value());
  }

  /** Checks keywords that stand beside others. */
  static void checkKeywords(Section action, String subject, List<YamlMap.Entry> keywords) {
    keywords.forEach(new SchemaRules(action, subject)::keyword);
  }

  private void schema(YamlValue value) {
    if (value instanceof YamlMap map) {
      map.entries().forEach(this::keyword);
    } else {
      wrong(value, "is %s; write for example \"{type: string}\"", value.kind());
    }
  }

  private void keyword(YamlMap.Entry entry) {
    YamlValue value = entry.value();
    String key = entry.key();
    if (REFERENCES.contains(key)) {
      action.wrong(
          entry.place(), "%s has \"%s\", which Juju refuses; write the schema out", subject, key);
      return;
    }
    switch (key) {
      case "type" -> type(value);
      case "title", "description", "format", "id" ->
          need(
              key,
              value,
              value instanceof YamlScalar text && text.plain() instanceof String,
              "text");
      case "pattern" -> pattern(value);
      case "minimum", "maximum" ->
          need(
              key,
              value,
              value instanceof YamlScalar number && number.plain() instanceof Number,
              "a number");
      case "multipleOf" ->
          need(
              key,
              value,
              value instanceof YamlScalar number
                  && number.plain() instanceof Number amount
                  && amount.doubleValue() > 0,
              "a number above 0");
      case "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties" ->
          need(
              key,
              value,
              value instanceof YamlScalar number
                  && number.isWhole()
                  && number.plain() instanceof Number count
                  && count.longValue() >= 0,
              "a whole number from 0");
      case "exclusiveMinimum", "exclusiveMaximum", "uniqueItems" ->
          need(key, value, isTruth(value), "true or false");
      case "enum" ->
          need(
              key,
              value,
              value instanceof YamlList list && !list.items().isEmpty(),
              "a list of at least one value");
      case "required" ->
          need(
              key,
              value,
              value instanceof YamlList list
                  && !list.items().isEmpty()
                  && list.plain().stream().allMatch(String.class::isInstance),
              "a list of names");
      case "items" -> {
        if (value instanceof YamlList list) {
          list.items().forEach(this::schema);
        } else {
          schema(value);
        }
      }
      case "additionalProperties", "additionalItems" -> {
        if (!isTruth(value)) {
          schema(value);
        }
      }
      case "not" -> schema(value);
      case "allOf", "anyOf", "oneOf" -> {
        boolean list = value instanceof YamlList several && !several.items().isEmpty();
        need(key, value, list, "a list of schemas");
        if (value instanceof YamlList several) {
          several.items().forEach(this::schema);
        }
      }
      case "properties", "patternProperties", "definitions" -> {
        need(key, value, value instanceof YamlMap, "a mapping of schemas");
        if (value instanceof YamlMap map) {
          for (YamlMap.Entry each : map.entries()) {
            if (key.equals("patternProperties")) {
              pattern(each.place(), each.key());
            }
            schema(each.value());
          }
        }
      }
      default -> references(value);
    }
  }

  /** Looks for references in what else is there: Juju refuses them wherever they are. */
  private void references(YamlValue value) {
    if (value instanceof YamlMap map) {
      for (YamlMap.Entry entry : map.entries()) {
        if (REFERENCES.contains(entry.key())) {
          keyword(entry);
        } else {
          references(entry.value());
        }
      }
    } else if (value instanceof YamlList list) {
      list.items().forEach(this::references);
    }
  }

  private void type(YamlValue value) {
    List<YamlValue> types = value instanceof YamlList list ? list.items() : List.of(value);
    for (YamlValue type : types) {
      if (!(type instanceof YamlScalar scalar && TYPES.contains(scalar.text()))) {
        wrong(type, "has the type %s; it can be %s", type.kind(), Words.or(TYPES));
      }
    }
  }

  private void pattern(YamlValue value) {
    if (value instanceof YamlScalar scalar && scalar.plain() instanceof String) {
      pattern(value.place(), scalar.text());
    } else {
      need("pattern", value, false, "text");
    }
  }

  /** Compiles a pattern as Juju does, in Go's syntax, and so without what needs backtracking. */
  private void pattern(Place place, String text) {
    try {
      Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      wrong(
          place,
          "has the pattern \"%s\", which Juju (RE2) cannot compile: %s at \"%s\"",
          text,
          e.getDescription(),
          e.getPattern());
    }
  }

  private static boolean isTruth(YamlValue value) {
    return value instanceof YamlScalar scalar && scalar.plain() instanceof Boolean;
  }

  private void need(String key, YamlValue value, boolean fits, String what) {
    if (!fits) {
      wrong(value, "has %s as \"%s\"; it has to be %s", value.kind(), key, what);
    }
  }

  private void wrong(YamlValue value, String text, Object... values) {
    wrong(value.place(), text, values);
  }

  private void wrong(Place place, String text, Object... values) {
    action.wrong(place, subject.replace("%", "%%") + " " + text, values);
  }
}
