package dev.charmsignals.logging;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The log of one hook, from {@link HookLog#begin} to {@link #end}.
 *
 * <p>Consecutive records of one level are joined into one call of the sink, a line break between
 * them, up to 32 KiB. They are written when a record of another level follows, when the batch is
 * full, at an ERROR, at {@link #flush} and at the end; order is always kept. The price: a process
 * that is killed loses the batch that was still waiting, so flush before anything that may not come
 * back.
 *
 * <p>Any thread may log, but only the thread that began the session calls the sink. Records of
 * other threads wait, in order, until that thread logs, flushes or ends; beyond 1 MiB they are
 * dropped and counted.
 */
public final class LogSession {

  /** Well below the 128 KiB that Linux allows for one argument (contract §3). */
  static final int CALL_BYTES = 32 * 1024;

  static final int WAITING_BYTES = 1024 * 1024;

  private final Thread owner = Thread.currentThread();
  private final int threshold;
  private final HookLog.Sink sink;
  private final @Nullable LogSession outer;

  /** What waits to be written, oldest first; guarded by itself, as are the counts. */
  private final Deque<Batch> waiting = new ArrayDeque<>(4);

  private int waitingBytes;
  private int lost;
  private @Nullable RuntimeException failure;
  private volatile boolean ended;

  /** Touched by the owner alone: true while the sink is at work, whose own records are dropped. */
  private boolean writing;

  LogSession(int threshold, HookLog.Sink sink, @Nullable LogSession outer) {
    this.threshold = threshold;
    this.sink = sink;
    this.outer = outer;
  }

  /** Writes what waits; called by the owner before something that may not come back. */
  public void flush() {
    if (Thread.currentThread() == owner) {
      write(0);
    }
  }

  /** Writes what waits and returns the thread to the session around this one; harmless twice. */
  public void end() {
    if (ended) {
      return;
    }
    flush();
    int lostSoFar = lostRecords();
    if (lostSoFar > 0 && sinkFailure().isEmpty()) {
      append(LogLevel.WARNING, "LogSession: " + lostSoFar + " records of this hook were lost");
      flush();
    }
    synchronized (waiting) {
      ended = true;
    }
    HookLog.ended(this);
  }

  /** Returns how many records were enabled and yet never reached the sink, or made it fail. */
  public int lostRecords() {
    synchronized (waiting) {
      return lost;
    }
  }

  /** Returns what the sink threw, after which nothing more was written. */
  public Optional<RuntimeException> sinkFailure() {
    synchronized (waiting) {
      return Optional.ofNullable(failure);
    }
  }

  boolean isEnabled(LogLevel level) {
    return level.ordinal() >= threshold;
  }

  boolean hasEnded() {
    return ended;
  }

  @Nullable LogSession outer() {
    return outer;
  }

  /** Tells whether it makes sense to format a record, and counts it as lost if not. */
  boolean admits() {
    if (Thread.currentThread() == owner && writing) {
      return false; // the sink speaks about itself: writing that would never end
    }
    synchronized (waiting) {
      if (failure == null) {
        return true;
      }
      lost++;
      return false;
    }
  }

  /** Writes a record by itself. */
  void line(LogLevel level, String text) {
    if (Thread.currentThread() == owner && admits()) {
      flush();
      append(level, text);
      flush();
    }
  }

  /** Takes a record that was admitted: one line, or more whose later ones are to be marked. */
  void append(LogLevel level, CharSequence rawText) {
    String text = LogText.visible(rawText);
    int bytes = LogText.utf8Length(text);
    boolean isOwner = Thread.currentThread() == owner;
    synchronized (waiting) {
      if (ended || failure != null || (!isOwner && waitingBytes + bytes > WAITING_BYTES)) {
        lost++;
        return;
      }
      enqueue(level, text, bytes);
    }
    if (isOwner) {
      write(level == LogLevel.ERROR ? 0 : 1);
    }
  }

  private void enqueue(LogLevel level, String text, int bytes) {
    Batch last = waiting.peekLast();
    if (last != null && last.level == level && last.bytes + 1 + bytes <= CALL_BYTES) {
      last.join(text, bytes);
      waitingBytes += 1 + bytes;
    } else if (bytes <= CALL_BYTES) {
      waiting.addLast(new Batch(level, text, bytes, 1));
      waitingBytes += bytes;
    } else {
      int records = 1; // counted with the first piece
      for (String piece : LogText.pieces(text, CALL_BYTES)) {
        int pieceBytes = LogText.utf8Length(piece);
        waiting.addLast(new Batch(level, piece, pieceBytes, records));
        waitingBytes += pieceBytes;
        records = 0;
      }
    }
  }

  /** Writes all batches but the last {@code keep}; never holds the lock while the sink works. */
  private void write(int keep) {
    for (Batch batch = next(keep); batch != null; batch = next(keep)) {
      writing = true;
      try {
        sink.write(batch.level, batch.text.toString());
      } catch (RuntimeException e) {
        disable(batch, e);
      } finally {
        writing = false;
      }
    }
  }

  private @Nullable Batch next(int keep) {
    synchronized (waiting) {
      if (writing || waiting.size() <= keep) {
        return null;
      }
      Batch batch = waiting.removeFirst();
      waitingBytes -= batch.bytes;
      return batch;
    }
  }

  private void disable(Batch unwritten, RuntimeException cause) {
    synchronized (waiting) {
      failure = cause;
      lost += unwritten.records;
      for (Batch batch : waiting) {
        lost += batch.records;
      }
      waiting.clear();
      waitingBytes = 0;
    }
  }

  private static final class Batch {

    final LogLevel level;
    final StringBuilder text;
    int bytes;
    int records;

    Batch(LogLevel level, String text, int bytes, int records) {
      this.level = level;
      this.text = new StringBuilder(text);
      this.bytes = bytes;
      this.records = records;
    }

    void join(String more, int moreBytes) {
      text.append('\n').append(more);
      bytes += 1 + moreBytes;
      records++;
    }
  }
}
