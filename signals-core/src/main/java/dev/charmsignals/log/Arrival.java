package dev.charmsignals.log;

/** What a receiver finds next in a stream. */
public sealed interface Arrival {

  /** Returns the number where the cursor stands once this has been dealt with. */
  long upTo();

  /** Returns the number of the entry; of the last one that is missing in a run. */
  long seq();

  /** Returns the cursor once this has been dealt with, and all before it. */
  default Cursor after(Cursor before) {
    return seq() <= before.seq() ? before.keptUpTo(seq()) : before.at(upTo());
  }

  /**
   * A signal.
   *
   * @param entry what was written
   * @param upTo its number, or where a first look began for a kept entry from before
   */
  record Signalled(Entry entry, long upTo) implements Arrival {
    @Override
    public long seq() {
      return entry.seq();
    }
  }

  /**
   * A run of signals that were gone before they could be read.
   *
   * @param from the first number that is missing
   * @param to the last one
   */
  record Gap(long from, long to) implements Arrival {
    @Override
    public long upTo() {
      return to;
    }

    @Override
    public long seq() {
      return to;
    }
  }

  /**
   * An entry that cannot be read.
   *
   * @param seq its number
   * @param reason what is wrong with it, without its text
   * @param upTo its number, or where a first look began
   */
  record Unreadable(long seq, String reason, long upTo) implements Arrival {}
}
