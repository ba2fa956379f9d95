package dev.charmsignals.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

/**
 * Input that somebody else wrote, and what must hold whatever it is.
 *
 * <p>There are two of it, of the same words, because one module's tests cannot use another's unless
 * they are published.
 */
public final class Hostile {

  /**
   * What a fuzzer writes as one byte, {@code $}, so that it can plant it anywhere. It is no name of
   * a signal, which may be told.
   */
  public static final String PAYLOAD = "p\u00e455w\u00f6rt";

  /** Room for buffers, and for what a message may claim to need before it shows it. */
  private static final long ALLOCATED_ANYWAY = 8L << 20;

  private static final long ALLOCATED_PER_BYTE = 16 << 10;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Hostile() {}

  /** A step that may throw what it declares. */
  @FunctionalInterface
  public interface Step {
    void run() throws Exception;
  }

  /** Returns the input as text, with the payload planted. */
  public static String text(byte[] data) {
    return new String(data, StandardCharsets.UTF_8).replace("$", PAYLOAD);
  }

  /** Checks that nothing which a failure says, or would write to a log, holds the payload. */
  public static void assertTellsNothing(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    assertFalse(trace.toString().contains(PAYLOAD), () -> "the payload is in: " + trace);
  }

  /** Checks that a description, such as a parking reason, does not hold the payload. */
  public static void assertTellsNothing(String description) {
    assertFalse(description.contains(PAYLOAD), () -> "the payload is in: " + description);
  }

  /**
   * Runs a step and checks that it allocates no more than {@code length} bytes of input explain. It
   * gets a second chance, because the first time classes are loaded.
   */
  public static void bounded(long length, Step step) throws Exception {
    long most = ALLOCATED_ANYWAY + ALLOCATED_PER_BYTE * length;
    if (allocated(step) > most) {
      long allocated = allocated(step);
      assertTrue(allocated <= most, () -> length + " bytes of input made it allocate " + allocated);
    }
  }

  private static long allocated(Step step) throws Exception {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    step.run();
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }
}
