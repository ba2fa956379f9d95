package dev.charmsignals.packing.yaml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list.
 *
 * @param place where its first item begins
 * @param items in the order of the file
 */
public record YamlList(Place place, List<YamlValue> items) implements YamlValue {

  /** Copies what it is given. */
  public YamlList {
    items = List.copyOf(items);
  }

  @Override
  public String kind() {
    return "a list";
  }

  @Override
  public List<@Nullable Object> plain() {
    List<@Nullable Object> plain = new ArrayList<>();
    for (YamlValue item : items) {
      plain.add(item.plain());
    }
    return plain;
  }
}
