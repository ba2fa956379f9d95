package dev.charmsignals.logging;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the records of a running hook go.
 *
 * <p>Whoever runs a hook begins a session and ends it when the handlers have returned:
 *
 * <pre>{@code
 * LogSession log = HookLog.begin(environment.getOrDefault("CHARM_SIGNALS_LOG", ""), sink);
 * try {
 *   runHandlers();
 * } finally {
 *   log.end();
 * }
 * }</pre>
 *
 * <p>A record belongs to the session of its thread; a thread that a handler started has inherited
 * its parent's. Any other thread, such as one of a pool made earlier, speaks in the session that
 * began last, so in a charm's process, which runs one hook, nothing goes astray. While no hook is
 * running no level is enabled and records are dropped: there is no Juju log to write them to.
 */
public final class HookLog {

  private static final InheritableThreadLocal<@Nullable LogSession> OF_THREAD =
      new InheritableThreadLocal<>();

  /** Every session that has not ended, oldest first; guarded by itself. */
  private static final List<LogSession> OPEN = new ArrayList<>(1);

  private static volatile @Nullable LogSession newest;

  private HookLog() {}

  /** Receives the text of one or several records; usually runs {@code juju-log}. */
  @FunctionalInterface
  public interface Sink {

    /**
     * Writes to the Juju log.
     *
     * <p>Called only by the thread that began the session, so it may use the hook's connection.
     * What it logs itself is dropped. An exception from here ends logging for this hook and is kept
     * as {@link LogSession#sinkFailure()}; the handler that logged never sees it.
     *
     * @param level the level of every record in {@code text}
     * @param text one or more lines of at most 32 KiB in UTF-8, never empty; may begin with a dash
     */
    void write(LogLevel level, String text);
  }

  /**
   * Begins the session of a hook on the calling thread, inside the one it already has, if any.
   *
   * @param threshold the value of {@code CHARM_SIGNALS_LOG}: {@code TRACE}, {@code DEBUG}, {@code
   *     INFO}, {@code WARN}, {@code ERROR} or {@code OFF}, in any case; empty means {@code INFO},
   *     and so does anything else, with one warning in the log
   * @param sink where the records go
   * @return the session, to be ended by the same thread
   */
  public static LogSession begin(String threshold, Sink sink) {
    LogSession session = new LogSession(LogThreshold.parse(threshold), sink, OF_THREAD.get());
    synchronized (OPEN) {
      OPEN.add(session);
      newest = session;
    }
    OF_THREAD.set(session);
    if (!LogThreshold.isKnown(threshold)) {
      session.append(LogLevel.WARNING, "HookLog: " + LogThreshold.complaint(threshold));
    }
    return session;
  }

  /** Returns whether the running hook's DEBUG records are written. */
  public static boolean isDebugging() {
    LogSession session = current();
    return session != null && session.isEnabled(LogLevel.DEBUG);
  }

  /**
   * Writes a line at DEBUG as it stands, without the name of a logger and joined with no other, for
   * programs that look for its words. Written by the hook's own thread alone.
   */
  public static void debug(String line) {
    LogSession session = current();
    if (session != null && session.isEnabled(LogLevel.DEBUG)) {
      session.line(LogLevel.DEBUG, line);
    }
  }

  static void ended(LogSession session) {
    synchronized (OPEN) {
      OPEN.remove(session);
      newest = OPEN.isEmpty() ? null : OPEN.get(OPEN.size() - 1);
    }
    LogSession outer = session.outer();
    if (outer == null || outer.hasEnded()) {
      OF_THREAD.remove();
    } else {
      OF_THREAD.set(outer);
    }
  }

  /** Returns the session that a record of the calling thread belongs to, or null for none. */
  static @Nullable LogSession current() {
    LogSession last = newest;
    if (last == null) {
      return null;
    }
    LogSession own = OF_THREAD.get();
    return own == null || own.hasEnded() ? last : own;
  }
}
