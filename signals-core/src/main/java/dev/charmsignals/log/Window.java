package dev.charmsignals.log;

/**
 * How much of a stream stands in the databag at most.
 *
 * @param entries how many entries, 2 or more
 * @param bytes how many bytes of UTF-8 their texts have together
 * @param signalBytes how many bytes of UTF-8 one signal's snapshot may have
 * @param whenFull what happens when unread entries fill it
 */
public record Window(int entries, int bytes, int signalBytes, WhenFull whenFull) {

  /** 128 entries, 128 KiB, 64 KiB for one signal; the slowest receiver makes room. */
  public static final Window DEFAULT =
      new Window(128, 128 * 1024, 64 * 1024, WhenFull.DEADMIT_SLOWEST);

  /** What an entry has around its snapshot, at most: name, time, flags. */
  static final int ENVELOPE = 256;

  /**
   * The largest window, in bytes: what a receiver reads of one bag at a look. Text can become
   * thirty times its size in memory, and a hook has little.
   */
  static final int LARGEST = 1024 * 1024;

  /** Checks that the window can hold at least one signal of the greatest size. */
  public Window {
    if (entries < 2 || entries > LARGEST / ENVELOPE) {
      throw new IllegalArgumentException(
          "A window of %d entries is not between 2 and %d, such as 128"
              .formatted(entries, LARGEST / ENVELOPE));
    }
    if (signalBytes < 2 || signalBytes > bytes - ENVELOPE || bytes > LARGEST) {
      throw new IllegalArgumentException(
          "A window of %d bytes cannot hold a signal of %d bytes with its envelope of %d, or is over %d"
              .formatted(bytes, signalBytes, ENVELOPE, LARGEST));
    }
  }

  /** Returns this window with another number of entries. */
  public Window entries(int entries) {
    return new Window(entries, bytes, signalBytes, whenFull);
  }

  /** Returns this window with another size, for all entries and for one signal. */
  public Window bytes(int bytes, int signalBytes) {
    return new Window(entries, bytes, signalBytes, whenFull);
  }

  /** Returns this window with another answer to being full. */
  public Window whenFull(WhenFull whenFull) {
    return new Window(entries, bytes, signalBytes, whenFull);
  }
}
