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

  /**
   * Checks that the window can hold at least one signal of the greatest size.
   *
   * @throws InvalidWindowException when it cannot, or is larger than receivers read
   */
  public Window {
    if (entries < 2 || entries > LARGEST / ENVELOPE) {
      throw new InvalidWindowException(
          "has not between 2 and %d entries; 128 is usual".formatted(LARGEST / ENVELOPE),
          entries,
          bytes,
          signalBytes);
    }
    if (signalBytes < 2 || signalBytes > bytes - ENVELOPE || bytes > LARGEST) {
      throw new InvalidWindowException(
          "cannot hold such a signal with the %d bytes around it, or is over %d bytes; 131072 and 65536 are usual"
              .formatted(ENVELOPE, LARGEST),
          entries,
          bytes,
          signalBytes);
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
