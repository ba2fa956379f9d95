package dev.charmsignals.histories;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/** Runs histories of many seeds on all processors until one breaks a promise. */
final class Search {

  private final Tally tally = new Tally();
  private final AtomicLong next;
  private final long end;
  private final BooleanSupplier goesOn;
  private final AtomicReference<Optional<Verdict>> found = new AtomicReference<>(Optional.empty());
  private final AtomicReference<Optional<Throwable>> broken =
      new AtomicReference<>(Optional.empty());

  /** Prepares to run the seeds from {@code first}, as long as {@code goesOn}. */
  Search(long first, long count, BooleanSupplier goesOn) {
    this.next = new AtomicLong(first);
    this.end = first + count;
    this.goesOn = goesOn;
  }

  /** Returns a failing verdict, if there was one. */
  Optional<Verdict> run() {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
      Thread thread = new Thread(this::work, "histories-" + i);
      thread.setContextClassLoader(Search.class.getClassLoader());
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted while histories ran", e);
      }
    }
    if (broken.get().isPresent()) {
      throw new IllegalStateException("A history could not be run", broken.get().get());
    }
    return found.get();
  }

  Tally tally() {
    return tally;
  }

  private void work() {
    while (goesOn.getAsBoolean() && found.get().isEmpty() && broken.get().isEmpty()) {
      long seed = next.getAndIncrement();
      if (seed >= end) {
        return;
      }
      History history = HistoryGenerator.of(seed);
      try {
        Verdict verdict = Verdict.of(history);
        tally.add(verdict);
        if (verdict.failed()) {
          found.compareAndSet(Optional.empty(), Optional.of(verdict));
        }
      } catch (RuntimeException | Error e) {
        broken.compareAndSet(
            Optional.empty(), Optional.of(new IllegalStateException(history.text(), e)));
      }
    }
  }
}
