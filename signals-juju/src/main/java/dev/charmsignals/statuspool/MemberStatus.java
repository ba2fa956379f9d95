package dev.charmsignals.statuspool;

import dev.charmsignals.model.Status;
import dev.charmsignals.model.StatusLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How one member of a pool stands: what a {@link PoolMessage} is made of.
 *
 * @param key the name that the pool knows it by
 * @param tag the name that people are shown
 * @param priority 1 for the most important; 0 for none, which sorts before all others
 * @param status its status; empty while it is unknown
 */
public record MemberStatus(String key, String tag, double priority, Optional<Status> status) {

  /** Returns how bad it is. */
  public StatusLevel level() {
    return status.isPresent() ? status.get().level() : StatusLevel.UNKNOWN;
  }

  /** Returns Juju's word for its status, such as {@code blocked}; {@code unknown} for none. */
  public String word() {
    return status.isPresent() ? status.get().word() : "unknown";
  }

  /** Returns the text next to it, which may be empty. */
  public String message() {
    return status.isPresent() ? status.get().message() : "";
  }

  /**
   * Returns the members with the worst first, by {@link StatusLevel#severity}; of equally bad ones
   * the one with the smaller priority, and of equal ones the one that came first.
   */
  public static List<MemberStatus> worstFirst(List<MemberStatus> members) {
    // By insertion: there are few, and a comparator costs a hook more to load than this to run.
    List<MemberStatus> sorted = new ArrayList<>(members.size());
    for (MemberStatus member : members) {
      int at = sorted.size();
      while (at > 0 && member.isBefore(sorted.get(at - 1))) {
        at--;
      }
      sorted.add(at, member);
    }
    return List.copyOf(sorted);
  }

  private boolean isBefore(MemberStatus other) {
    int worse = level().severity() - other.level().severity();
    return worse > 0 || (worse == 0 && priority < other.priority);
  }

  MemberStatus withTag(String newTag) {
    return new MemberStatus(key, newTag, priority, status);
  }

  MemberStatus withPriority(double newPriority) {
    return new MemberStatus(key, tag, newPriority, status);
  }

  MemberStatus withStatus(Optional<Status> newStatus) {
    return new MemberStatus(key, tag, priority, newStatus);
  }
}
