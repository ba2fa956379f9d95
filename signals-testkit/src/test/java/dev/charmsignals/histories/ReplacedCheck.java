package dev.charmsignals.histories;

import java.util.List;

/**
 * Judges a commit in which a unit first looks at a stream that replaces others, because somebody
 * had spoilt the bag they stood in: what it had not read of them is gone, and that is said.
 */
final class ReplacedCheck {

  /** How many streams a header names; more restorations between two looks leave no trace. */
  static final int MOST = 8;

  private final Ground ground;
  private final Committed commit;

  private ReplacedCheck(Ground ground, Committed commit) {
    this.ground = ground;
    this.commit = commit;
  }

  static void check(Ground ground, Committed commit, Stream stream) {
    new ReplacedCheck(ground, commit).check(stream);
  }

  private void check(Stream stream) {
    List<String> all = List.copyOf(stream.emitter().ids(stream.relation()));
    int now = all.indexOf(stream.id());
    List<String> replaced = all.subList(Math.max(0, now - MOST), Math.max(0, now));
    boolean followed = false;
    for (String id : replaced) {
      followed |= commit.unit().cursors().containsKey(id);
      if (followed) {
        ground.stream(id).ifPresent(this::checkMissed);
      }
    }
  }

  private void checkMissed(Stream replaced) {
    long read = commit.unit().cursors().getOrDefault(replaced.id(), 0L);
    ground.require(
        replaced.meddledWith() || read >= replaced.head() || isSaid(replaced, read),
        "I1 no loss",
        "%s had read %d of %d in %s, which is no more, and heard of no gap",
        commit.unit(),
        read,
        replaced.head(),
        replaced);
  }

  private boolean isSaid(Stream replaced, long read) {
    for (Note.Missed missed : commit.notes(Note.Missed.class)) {
      if (missed.stream().equals(replaced.id())
          && missed.from() == read + 1
          && missed.to() == replaced.head()) {
        return true;
      }
    }
    return false;
  }
}
