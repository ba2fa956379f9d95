package dev.charmsignals.histories;

import dev.charmsignals.log.Window;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the charms of one history write down what they did, beyond the reach of any rollback, and
 * where they are told how to behave.
 */
final class Notebook {

  /** How a handler takes what it hears. */
  enum Mood {
    WELL,
    THROWS_ONCE,
    THROWS,
    DEFERS_ONCE,
    DEFERS
  }

  /**
   * One run of a hook.
   *
   * @param number its number, from 1
   * @param edition which edition of the charm ran
   * @param notes what happened, in order
   */
  record Attempt(int number, int edition, List<Note> notes) {}

  private final Setting setting;
  private final Map<String, Attempt> attempts = new HashMap<>();
  private final Map<String, Mood> moods = new HashMap<>();
  private final Map<String, Deque<String>> orders = new HashMap<>();
  private long said;

  Notebook(Setting setting) {
    this.setting = setting;
  }

  /** The window of an edition of the charm. */
  Window window(int edition) {
    return setting.window(edition);
  }

  /** A hook begins. */
  Attempt begin(String contextId, int edition) {
    Attempt attempt = new Attempt(attempts.size() + 1, edition, new ArrayList<>());
    attempts.put(contextId, attempt);
    return attempt;
  }

  /** What was noted in the hook with this context; an empty attempt if the charm never ran. */
  Attempt attempt(String contextId) {
    return attempts.getOrDefault(contextId, new Attempt(0, 0, List.of()));
  }

  /** A number that nobody has said. */
  long nextNumber() {
    return ++said;
  }

  void mood(String unit, String observer, Mood mood) {
    moods.put(unit + " " + observer, mood);
  }

  /** How a handler takes the next signal. */
  Mood mood(String unit, String observer) {
    Mood mood = moods.getOrDefault(unit + " " + observer, Mood.WELL);
    if (mood == Mood.THROWS_ONCE || mood == Mood.DEFERS_ONCE) {
      moods.remove(unit + " " + observer);
    }
    return mood;
  }

  /** Every handler takes everything well from now on. */
  void calm() {
    moods.clear();
    orders.clear();
  }

  /** Has something said in the next hook of this name. */
  void order(String unit, String hook, String item) {
    orders.computeIfAbsent(unit + " " + hook, key -> new ArrayDeque<>()).add(item);
  }

  /** Whether a unit is to say something in some hook to come. */
  boolean hasOrders(String unit) {
    return orders.keySet().stream().anyMatch(key -> key.startsWith(unit + " "));
  }

  /** What is to be said in this hook, once. */
  List<String> ordered(String unit, String hook) {
    Deque<String> due = orders.remove(unit + " " + hook);
    return due == null ? List.of() : List.copyOf(due);
  }
}
