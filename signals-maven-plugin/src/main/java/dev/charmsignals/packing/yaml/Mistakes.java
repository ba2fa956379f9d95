package dev.charmsignals.packing.yaml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one file, so that its author hears of everything at once. */
public final class Mistakes {

  private final List<Mistake> found = new ArrayList<>();

  /** Notes a mistake; the text is formatted as {@link String#formatted} does. */
  public void add(Place place, String text, @Nullable Object... values) {
    found.add(new Mistake(place, text.formatted(values)));
  }

  /** Returns what was noted, in the order of the file. */
  public List<Mistake> all() {
    return found.stream().sorted(Mistake.IN_ORDER).distinct().toList();
  }
}
