package dev.charmsignals.gob;

/**
 * What a reader accepts; the rest of its limits are constants.
 *
 * <p>A message may be far longer than what is kept of it: bytes over the limit are read and thrown
 * away, so that a long answer costs time but not memory.
 *
 * @param messageLength the longest message, in bytes
 * @param textLength the longest text, in bytes; a longer one is an error
 * @param keptBytes how much of a field of bytes is kept
 * @param elements the longest list
 */
public record GobLimits(long messageLength, int textLength, int keptBytes, int elements) {

  /** For the answers of an agent: 1 GiB a message, of which 16 MiB of bytes are kept. */
  public static final GobLimits ANSWERS = new GobLimits(1L << 30, 1 << 20, 1 << 24, 1 << 16);

  /** For the calls of a client: 1 GiB a message, of which 64 MiB of bytes are kept. */
  public static final GobLimits CALLS = new GobLimits(1L << 30, 1 << 20, 1 << 26, 1 << 16);
}
