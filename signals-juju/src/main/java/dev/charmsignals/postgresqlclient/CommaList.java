package dev.charmsignals.postgresqlclient;

import java.util.ArrayList;
import java.util.List;

/** Names with commas between them; blanks around them and empty ones do not count. */
final class CommaList {

  /** How many names are read. */
  private static final int MOST = 1000;

  private CommaList() {}

  static List<String> of(String text) {
    List<String> names = new ArrayList<>();
    int start = 0;
    while (start <= text.length() && names.size() < MOST) {
      int comma = text.indexOf(',', start);
      int end = comma < 0 ? text.length() : comma;
      String name = text.substring(start, end).strip();
      if (!name.isEmpty()) {
        names.add(name);
      }
      start = end + 1;
    }
    return names;
  }
}
