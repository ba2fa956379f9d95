package dev.charmsignals.statuspool;

import dev.charmsignals.model.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a pool holds at one moment: an immutable value, so that a savepoint is a reference to it.
 *
 * @param members the members, in order; a priority of 0 says that its place is its priority
 * @param override what the pool shows instead of what its members add up to
 */
record Contents(List<MemberStatus> members, Optional<Status> override) {

  static final Contents NOTHING = new Contents(List.of(), Optional.empty());

  Contents {
    members = List.copyOf(members);
  }

  Optional<MemberStatus> find(String key) {
    for (MemberStatus member : members) {
      if (member.key().equals(key)) {
        return Optional.of(member);
      }
    }
    return Optional.empty();
  }

  /** Replaces the member of the same key, or else adds it at the end. */
  Contents with(MemberStatus changed) {
    List<MemberStatus> next = new ArrayList<>(members.size() + 1);
    boolean found = false;
    for (MemberStatus member : members) {
      boolean same = member.key().equals(changed.key());
      found |= same;
      next.add(same ? changed : member);
    }
    if (!found) {
      next.add(changed);
    }
    return new Contents(next, override);
  }

  Contents without(String key) {
    List<MemberStatus> next = new ArrayList<>(members.size());
    for (MemberStatus member : members) {
      if (!member.key().equals(key)) {
        next.add(member);
      }
    }
    return new Contents(next, override);
  }

  Contents withOverride(Optional<Status> next) {
    return new Contents(members, next);
  }

  /** Everything unknown, and nothing overridden. */
  Contents unset() {
    List<MemberStatus> next = new ArrayList<>(members.size());
    for (MemberStatus member : members) {
      next.add(member.withStatus(Optional.empty()));
    }
    return new Contents(next, Optional.empty());
  }

  /** The members, each with the priority that it has: its own, or else its place, from 1. */
  List<MemberStatus> numbered() {
    boolean manual = isManual();
    List<MemberStatus> numbered = new ArrayList<>(members.size());
    for (MemberStatus member : members) {
      numbered.add(manual ? member : member.withPriority(numbered.size() + 1));
    }
    return numbered;
  }

  /** Whether priorities are given by hand; the first member decides, as the others had to agree. */
  boolean isManual() {
    return !members.isEmpty() && members.get(0).priority() > 0;
  }

  /** Whether nothing is set. */
  boolean isBlank() {
    for (MemberStatus member : members) {
      if (member.status().isPresent()) {
        return false;
      }
    }
    return override.isEmpty();
  }

  /** What the pool shows; empty when that is unknown. */
  Optional<Status> status(PoolMessage message, boolean skipUnknown) {
    if (override.isPresent()) {
      return override;
    }
    List<MemberStatus> shown = MemberStatus.worstFirst(numbered());
    if (shown.isEmpty() || shown.get(0).status().isEmpty()) {
      return Optional.empty();
    }
    Status worst = shown.get(0).status().get();
    return Optional.of(worst.withMessage(message.text(skipUnknown ? known(shown) : shown)));
  }

  private static List<MemberStatus> known(List<MemberStatus> members) {
    List<MemberStatus> known = new ArrayList<>(members.size());
    for (MemberStatus member : members) {
      if (member.status().isPresent()) {
        known.add(member);
      }
    }
    return known;
  }

  /**
   * What the charm finds when it starts a hook: the declared members with the statuses that were
   * kept, under the tags and priorities of the code; then the dynamic ones, as they were kept. A
   * member that this revision of the charm no longer declares is dropped.
   */
  static Contents restore(List<MemberStatus> declared, Kept kept) {
    List<MemberStatus> members = new ArrayList<>();
    for (MemberStatus member : declared) {
      Optional<MemberStatus> before = kept.contents().find(member.key());
      members.add(before.isPresent() ? member.withStatus(before.get().status()) : member);
    }
    Contents known = new Contents(members, kept.contents().override());
    for (MemberStatus member : kept.contents().members()) {
      if (kept.dynamic().contains(member.key()) && known.find(member.key()).isEmpty()) {
        known = known.with(member);
      }
    }
    return known;
  }
}
