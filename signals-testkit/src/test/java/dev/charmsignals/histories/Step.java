package dev.charmsignals.histories;

import java.util.List;

/**
 * One step of a history.
 *
 * @param act what happens
 * @param who to whom
 * @param what with what
 * @param how how
 */
record Step(Act act, int who, int what, int how) {

  /** Returns {@code say 0 3 1}. */
  String text() {
    return act.word() + " " + who + " " + what + " " + how;
  }

  static Step parse(String text) {
    List<String> words = List.of(text.strip().split("\\s+"));
    return new Step(
        Act.of(words.get(0)),
        Integer.parseInt(words.get(1)),
        Integer.parseInt(words.get(2)),
        Integer.parseInt(words.get(3)));
  }

  /** Returns the step in words. */
  @Override
  public String toString() {
    return text() + "  # " + act.words(who, what, how);
  }
}
