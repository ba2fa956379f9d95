package dev.charmsignals.log;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When a receiver tells an emitter how far it has read.
 *
 * <p>Looks at what is not acknowledged, half a window at most, and at nothing below it: what that
 * takes is what remains of the whole. Only where that seems to be so much that an acknowledgement
 * is due, it is counted, because it may be somebody's junk; unless the header says as much.
 */
final class AckRule {

  private final Map<String, String> bag;
  private long entries;
  private long bytes;

  /** Counts from the whole of a bag down to what is old in it. */
  private AckRule(Map<String, String> bag, long bagBytes) {
    this.bag = bag;
    entries = bag.size();
    bytes = bagBytes;
    without(bag.get(BagKeys.HEADER));
    without(bag.get(BagKeys.ACKS));
  }

  static boolean isDue(Map<String, String> bag, long bagBytes, Cursor cursor, Header header) {
    Header.Span window = header.window();
    long unacked = cursor.seq() - cursor.acked(); // those that are gone count as well
    if (unacked <= 0) {
      return false;
    }
    if (unacked >= window.entries() - unacked) {
      return true;
    }
    // By its emitter's own word all of these are there, so they need not be looked for; but a bag
    // with less in it gives the lie to that.
    long acked = Math.min(bag.size(), Math.max(0, cursor.acked() - header.floor()));
    if (unacked * 2 >= window.entries() - acked) {
      return true;
    }
    AckRule old = new AckRule(bag, bagBytes);
    long unackedBytes = old.withoutUnacked(cursor);
    old.withoutUnread(cursor);
    if (!old.leavesLittle(unacked, unackedBytes, window)) {
      return false;
    }
    old.count(cursor);
    return old.leavesLittle(unacked, unackedBytes, window);
  }

  /**
   * What is not acknowledged takes half of the room; or, where the emitter waits for us, what the
   * largest signal would need.
   */
  private boolean leavesLittle(long unacked, long unackedBytes, Header.Span window) {
    long room = window.bytes() - bytes;
    return unacked * 2 >= window.entries() - entries
        || unackedBytes * 2 >= room - 2L * Window.ENVELOPE
        || window.signal() > 0 && unackedBytes > room - window.signal() - Window.ENVELOPE;
  }

  private void count(Cursor cursor) {
    entries = 0;
    bytes = 0;
    for (Map.Entry<String, String> value : bag.entrySet()) {
      long seq = BagKeys.seqOf(value.getKey());
      if (seq > 0 && seq <= cursor.acked()) {
        entries++;
        bytes += value.getValue().getBytes(StandardCharsets.UTF_8).length;
      }
    }
  }

  private long withoutUnacked(Cursor cursor) {
    long before = bytes;
    if (cursor.seq() - cursor.acked() > bag.size()) { // most are gone: no need to ask for each
      for (Map.Entry<String, String> value : bag.entrySet()) {
        long seq = BagKeys.seqOf(value.getKey());
        if (seq > cursor.acked() && seq <= cursor.seq()) {
          without(value.getValue());
        }
      }
    } else {
      for (long seq = cursor.acked() + 1; seq <= cursor.seq(); seq++) {
        without(bag.get(BagKeys.entry(seq)));
      }
    }
    return before - bytes;
  }

  private void withoutUnread(Cursor cursor) {
    long seq = cursor.seq() + 1;
    while (without(bag.get(BagKeys.entry(seq)))) {
      seq++;
    }
  }

  private boolean without(@Nullable String text) {
    if (text == null) {
      return false;
    }
    entries--;
    bytes -= text.getBytes(StandardCharsets.UTF_8).length;
    return true;
  }
}
