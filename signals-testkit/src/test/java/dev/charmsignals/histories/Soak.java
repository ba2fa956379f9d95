package dev.charmsignals.histories;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Runs histories for as long as one likes. Started by {@code scripts/soak}, which explains the
 * arguments: {@code <histories> <minutes> <seed>}, or {@code replay <file>}.
 */
public final class Soak {

  private Soak() {}

  /** Ends with status 0, or with 1 when a promise was broken. */
  public static void main(String[] arguments) throws IOException {
    @SuppressWarnings("SystemOut")
    PrintStream out = System.out;
    boolean kept =
        arguments[0].equals("replay")
            ? replay(Path.of(arguments[1]), out)
            : soak(
                Long.parseLong(arguments[0]),
                Long.parseLong(arguments[1]),
                Long.parseLong(arguments[2]),
                out);
    out.flush();
    System.exit(kept ? 0 : 1);
  }

  private static boolean replay(Path file, PrintStream out) throws IOException {
    Verdict verdict = Verdict.of(History.parse(Files.readString(file)));
    if (verdict.failed()) {
      out.println(FailingHistory.describe(verdict));
      return false;
    }
    out.println("Every promise was kept in " + verdict.hooks() + " hooks.");
    return true;
  }

  private static boolean soak(long histories, long minutes, long seed, PrintStream out) {
    long start = System.nanoTime();
    long end = start + TimeUnit.MINUTES.toNanos(minutes);
    Search search = new Search(seed, histories, () -> System.nanoTime() < end);
    ScheduledExecutorService progress = Executors.newSingleThreadScheduledExecutor();
    progress.scheduleAtFixedRate(() -> report(search.tally(), start, out), 2, 2, TimeUnit.SECONDS);
    Optional<Verdict> failing;
    try {
      failing = search.run();
    } finally {
      progress.shutdownNow();
    }
    out.println();
    failing.ifPresent(verdict -> out.println(FailingHistory.describe(verdict)));
    out.print(search.tally().summary(seconds(start)));
    if (failing.isEmpty() && search.tally().histories() < histories) {
      out.printf("The time was over before all of the %,d histories had run.%n", histories);
    }
    return failing.isEmpty();
  }

  private static void report(Tally tally, long start, PrintStream out) {
    out.print("\r" + tally.progress(seconds(start)));
    out.flush();
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
