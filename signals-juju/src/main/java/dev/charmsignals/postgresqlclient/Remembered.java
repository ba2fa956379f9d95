package dev.charmsignals.postgresqlclient;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What the charm was told of a relation, as charm state keeps it: words with a blank between them,
 * of which those that could tell a secret are fingerprints.
 *
 * @param announced whether it was told of a connection, and not that it is gone
 * @param credentials the user, the password and what TLS takes
 * @param entity the role of its own
 * @param databases the databases with the prefix
 * @param alias the alias
 * @param codes the codes of what the provider says of itself
 */
record Remembered(
    boolean announced,
    String credentials,
    String entity,
    String databases,
    String alias,
    TreeSet<Integer> codes) {

  /** Stands for what is not there. */
  static final String NONE = "-";

  private static final int WORDS = 6;

  /** Returns what is remembered of a relation of which the charm was told nothing. */
  static Remembered nothing() {
    return new Remembered(false, NONE, NONE, NONE, NONE, new TreeSet<>());
  }

  /** Reads what was kept; what is no such text was changed by hand, and is as good as nothing. */
  static Remembered of(String text) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int blank = text.indexOf(' '); blank >= 0; blank = text.indexOf(' ', start)) {
      words.add(text.substring(start, blank));
      start = blank + 1;
    }
    words.add(text.substring(start));
    if (words.size() != WORDS || !words.get(0).equals("yes") && !words.get(0).equals("no")) {
      return nothing();
    }
    return new Remembered(
        words.get(0).equals("yes"),
        words.get(1),
        words.get(2),
        words.get(3),
        words.get(4),
        codes(words.get(5)));
  }

  String text() {
    StringBuilder list = new StringBuilder();
    for (Integer code : codes) {
      list.append(list.isEmpty() ? "" : ",").append(code);
    }
    return String.join(
        " ",
        announced ? "yes" : "no",
        credentials,
        entity,
        databases,
        alias,
        list.isEmpty() ? NONE : list);
  }

  private static TreeSet<Integer> codes(String list) {
    TreeSet<Integer> codes = new TreeSet<>();
    for (String code : CommaList.of(list)) {
      try {
        codes.add(Integer.valueOf(code));
      } catch (NumberFormatException e) {
        // None is kept, or somebody changed it by hand.
      }
    }
    return codes;
  }
}
