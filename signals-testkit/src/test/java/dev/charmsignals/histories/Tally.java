package dev.charmsignals.histories;

import dev.charmsignals.testkit.world.HookOutcome;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Counts what many histories did. Used by several threads. */
final class Tally {

  private final Map<Act, Long> done = new EnumMap<>(Act.class);
  private final Map<HookOutcome, Long> ends = new EnumMap<>(HookOutcome.class);
  private long histories;
  private long hooks;
  private long signals;
  private long violations;

  synchronized void add(Verdict verdict) {
    histories++;
    hooks += verdict.hooks();
    signals += verdict.signals();
    violations += verdict.failed() ? 1 : 0;
    verdict.done().forEach((act, times) -> done.merge(act, (long) times, Long::sum));
    verdict.ends().forEach((end, times) -> ends.merge(end, (long) times, Long::sum));
  }

  synchronized long histories() {
    return histories;
  }

  /** Returns what was done at least once. */
  synchronized Set<Act> acts() {
    return Set.copyOf(done.keySet());
  }

  /** Returns one line. */
  synchronized String progress(double seconds) {
    return String.format(
        Locale.ROOT,
        "%,d histories, %,d hooks (%,.0f a second), %,d signals delivered, %d violations",
        histories,
        hooks,
        hooks / Math.max(seconds, 0.001),
        signals,
        violations);
  }

  /**
   * Returns the line, how hooks ended, and how often each act did something. How a later hook is to
   * end, and what is to be said in it, counts when it is prepared; whether that hook came, its end
   * tells. What happens in the midst of a hook counts when it does.
   */
  synchronized String summary(double seconds) {
    StringBuilder text = new StringBuilder(progress(seconds)).append('\n');
    text.append("How hooks ended:\n");
    ends.forEach((end, times) -> line(text, end.name().toLowerCase(Locale.ROOT), times));
    text.append("What was done or prepared:\n");
    done.forEach((act, times) -> line(text, act.word(), times));
    return text.toString();
  }

  private static void line(StringBuilder text, String word, long times) {
    text.append(String.format(Locale.ROOT, "  %-22s %,14d%n", word.replace('_', ' '), times));
  }
}
