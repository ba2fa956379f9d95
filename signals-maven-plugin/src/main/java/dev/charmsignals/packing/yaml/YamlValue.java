package dev.charmsignals.packing.yaml;

/** A value in a YAML file, and where it stands. */
public sealed interface YamlValue permits YamlMap, YamlList, YamlScalar {

  /** Returns where the value begins. */
  Place place();

  /** Returns a word for what it is, such as "a list", for messages. */
  String kind();

  /** Returns the value as Java has it: a map, a list, a string, a number, a boolean, or null. */
  @org.jspecify.annotations.Nullable
  Object plain();
}
