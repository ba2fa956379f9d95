package dev.charmsignals.log;

/** The keys of a unit's databag that belong to the signal log; all begin with {@link #PREFIX}. */
public final class BagKeys {

  /** What every key of the log begins with. */
  public static final String PREFIX = "signal";

  /** The header: who this is, and how far the stream goes. */
  public static final String HEADER = "signals";

  /** How far this unit has read the streams of others. */
  public static final String ACKS = "signals-ack";

  private static final String ENTRY = "signal-";

  private BagKeys() {}

  /** Returns whether the log writes this key, so that nobody else may. */
  public static boolean isOurs(String key) {
    return key.equals(HEADER) || key.equals(ACKS) || seqOf(key) > 0;
  }

  /** Returns the key of one entry. */
  public static String entry(long seq) {
    return ENTRY + seq;
  }

  /** Returns the number in an entry's key, or -1 when the key is not an entry's. */
  public static long seqOf(String key) {
    if (!key.startsWith(ENTRY) || key.length() == ENTRY.length() || key.length() > 26) {
      return -1;
    }
    if (key.charAt(ENTRY.length()) == '0') {
      return -1; // entries are numbered from 1, and written one way only
    }
    long seq = 0;
    for (int i = ENTRY.length(); i < key.length(); i++) {
      char c = key.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      seq = seq * 10 + (c - '0');
      if (seq < 0) {
        return -1; // more than a long holds
      }
    }
    return seq;
  }
}
