package dev.charmsignals.layeredstatus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The layers of a charm from the weakest to the strongest, which is the charm.
 *
 * <p>Names are compared without their dashes and underlines and in lower case, as {@code my-charm}
 * is a package {@code mycharm} or {@code my_charm}; and without {@code layer:} or {@code
 * interface:} before them.
 *
 * @param names as they are compared
 */
record LayerOrder(List<String> names) {

  LayerOrder {
    names = List.copyOf(names);
  }

  static LayerOrder of(List<String> layers, String charm) {
    List<String> names = new ArrayList<>(layers.size() + 1);
    for (String layer : layers) {
      add(names, layer);
    }
    add(names, charm);
    return new LayerOrder(names);
  }

  private static void add(List<String> names, String layer) {
    String name = plain(layer);
    if (name.isEmpty()) {
      throw LayeredStatusException.noName(layer);
    }
    if (names.contains(name)) {
      throw LayeredStatusException.duplicate(layer);
    }
    names.add(name);
  }

  /** Returns the place in the order from 0, or -1 for a layer that is not in it. */
  int rank(String layer) {
    return names.indexOf(plain(layer));
  }

  String charm() {
    return names.get(names.size() - 1);
  }

  /** Returns the layer that a package belongs to: the innermost part that names one, or "". */
  String ofPackage(String packageName) {
    String rest = packageName;
    while (!rest.isEmpty()) {
      int dot = rest.lastIndexOf('.');
      String part = plain(rest.substring(dot + 1));
      if (names.contains(part)) {
        return part;
      }
      rest = rest.substring(0, Math.max(dot, 0));
    }
    return "";
  }

  /** Returns a name as it is compared. */
  static String plain(String layer) {
    String name = layer;
    if (name.startsWith("layer:") || name.startsWith("interface:")) {
      name = name.substring(name.indexOf(':') + 1);
    }
    return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
  }
}
