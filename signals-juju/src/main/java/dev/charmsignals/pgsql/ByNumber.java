package dev.charmsignals.pgsql;

import dev.charmsignals.name.UnitName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The order of an application's units in which the second comes before the tenth. */
enum ByNumber implements Comparator<UnitName> {
  ORDER;

  /** Returns the same units in this order. */
  static List<UnitName> sorted(List<UnitName> units) {
    List<UnitName> sorted = new ArrayList<>(units);
    sorted.sort(ORDER);
    return List.copyOf(sorted);
  }

  @Override
  public int compare(UnitName one, UnitName other) {
    return Integer.compare(one.number(), other.number());
  }
}
