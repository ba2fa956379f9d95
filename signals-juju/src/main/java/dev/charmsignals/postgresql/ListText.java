package dev.charmsignals.postgresql;

import java.util.ArrayList;
import java.util.List;

/**
 * Several connection strings in one value. A line ends one, unless it ends inside of quotes; so
 * does a comma in front of the keyword that the list starts with, since newer servers write that,
 * sorted as they are.
 */
final class ListText {

  /** Where in a pair the reading is. */
  private enum Place {
    KEYWORD,
    EQUALS,
    VALUE,
    QUOTES,
    /** An URI has no pairs, and in it quotes and backslashes are nothing special. */
    URI
  }

  private final String list;
  private final String first;
  private final List<String> texts = new ArrayList<>();
  private int start;
  private Place place = Place.KEYWORD;

  private ListText(String list) {
    this.list = list;
    begin(0);
    first = beginning();
  }

  static List<String> split(String list) {
    ListText text = new ListText(list);
    text.run();
    return List.copyOf(text.texts);
  }

  private void run() {
    for (int i = start; i < list.length(); i++) {
      if (place != Place.QUOTES && endsAt(i)) {
        take(i);
        i = start - 1;
        continue;
      }
      boolean escaped = list.charAt(i) == '\\' && place != Place.KEYWORD && place != Place.URI;
      place = after(list.charAt(i));
      i += escaped ? 1 : 0;
    }
    take(list.length());
  }

  private Place after(char c) {
    boolean blank = KeyValueText.isBlank(c);
    return switch (place) {
      case KEYWORD -> c == '=' ? Place.EQUALS : Place.KEYWORD;
      case EQUALS -> c == '\'' ? Place.QUOTES : blank ? Place.EQUALS : Place.VALUE;
      case VALUE -> blank ? Place.KEYWORD : Place.VALUE;
      case QUOTES -> c == '\'' ? Place.KEYWORD : Place.QUOTES;
      case URI -> Place.URI;
    };
  }

  private boolean endsAt(int at) {
    char c = list.charAt(at);
    return c == '\n' || c == '\r' || c == ',' && startsAnother(at + 1);
  }

  private void take(int end) {
    if (start < end) {
      texts.add(list.substring(start, end));
    }
    begin(end + 1);
  }

  /** Goes on behind the blanks; those in front of an end may be escaped, and stay. */
  private void begin(int at) {
    start = at;
    while (start < list.length() && KeyValueText.isBlank(list.charAt(start))) {
      start++;
    }
    place = UriText.startsAt(list, start) ? Place.URI : Place.KEYWORD;
  }

  /** Whether another one starts here, in the way of the first. */
  private boolean startsAnother(int at) {
    int from = at;
    while (from < list.length() && list.charAt(from) == ' ') {
      from++;
    }
    return !first.isEmpty() && list.startsWith(first, from);
  }

  /** Returns how an URI starts, or a keyword with its equals sign, or the empty string. */
  private String beginning() {
    int end = start;
    while (end < list.length() && Keywords.isPart(list.charAt(end))) {
      end++;
    }
    String sign = place == Place.URI ? "://" : "=";
    return end > start && list.startsWith(sign, end)
        ? list.substring(start, end + sign.length())
        : "";
  }
}
