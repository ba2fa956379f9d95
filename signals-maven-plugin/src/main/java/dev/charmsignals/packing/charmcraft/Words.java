package dev.charmsignals.packing.charmcraft;

import java.util.List;
import java.util.stream.Collectors;

/** Lists of words in messages. */
final class Words {

  private Words() {}

  static String or(List<String> words) {
    return joined(words, " or ");
  }

  static String and(List<String> words) {
    return joined(words, " and ");
  }

  private static String joined(List<String> words, String last) {
    if (words.isEmpty()) {
      return "none";
    }
    int end = words.size() - 1;
    String rest = words.subList(0, end).stream().collect(Collectors.joining(", "));
    return rest.isEmpty() ? words.get(end) : rest + last + words.get(end);
  }
}
