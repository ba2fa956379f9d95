package dev.charmsignals.histories;

import dev.charmsignals.testkit.world.Hook;
import dev.charmsignals.testkit.world.HookKind;
import java.util.Map;
import java.util.Set;

/**
 * Judges how a receiver ceases to be one. It is forgotten when it leaves, or loses its membership
 * and can read that; as long as it has it, nothing above its admission is missing.
 *
 * <p>So whatever a receiver misses can be traced to its leaving, or to a header that barred it.
 */
final class MembershipCheck {

  private MembershipCheck() {}

  /**
   * Whom a unit knew it knows, barred or not, unless that one has left. One that comes back under
   * another id, because its bag was spoilt or a new unit has its name, is known by that.
   *
   * @param now the units that it knows in a relation, with their ids
   */
  static void checkKnown(Ground ground, Committed commit, int relation, Map<String, String> now) {
    commit
        .unit()
        .peers(relation)
        .forEach(
            (peer, id) ->
                ground.require(
                    now.containsKey(peer) || mayForget(commit, relation, peer),
                    "I1 no loss",
                    "%s forgot %s, whose id is %s, in relation %d, which it has not left",
                    commit.unit(),
                    peer,
                    id,
                    relation));
  }

  /** A hook that tells of the leaving is now, or was skipped: then any later one finds it out. */
  private static boolean mayForget(Committed commit, int relation, String peer) {
    Hook hook = commit.hook().hook();
    boolean now =
        hook.relation() == relation
            && (hook.kind() == HookKind.RELATION_BROKEN
                || hook.kind() == HookKind.RELATION_DEPARTED && hook.remoteUnit().equals(peer));
    return now || commit.unit().mayHaveLeft(relation, peer);
  }

  /**
   * Who was a member is one since the same number, or the header says that it was barred. A header
   * may still name who has left: a stream that goes on after its relation was suspended begins with
   * the members it had, and these are admitted anew. So it counts whom the emitter has known.
   *
   * @param known the ids of those whom the emitter knows, and knew after its last commit
   */
  static void checkMembers(
      Ground ground, Stream stream, Wire.Header before, Wire.Header after, Set<String> known) {
    if (ground.meddling()) {
      return; // a stream whose bag was restored is trimmed again, and admits everybody anew
    }
    before
        .members()
        .forEach(
            (id, at) ->
                ground.require(
                    !known.contains(id)
                        || at.equals(after.members().get(id))
                        || at.equals(after.barred().get(id)),
                    "I1 no loss",
                    "%s had the member %s since %d; now its members are %s, and %s are barred",
                    stream,
                    id,
                    at,
                    after.members(),
                    after.barred()));
  }

  /**
   * Nothing is missing that was written for a member and that it has not acknowledged. What a
   * receiver looks at may be older than the header, but who is a member there was one ever since it
   * was admitted.
   */
  static void checkMissed(
      Ground ground, Note.Missed missed, Incarnation receiver, Stream stream, Wire.Header header) {
    String id = receiver.own().getOrDefault(stream.relation(), "");
    long admitted = header.members().getOrDefault(id, Long.MAX_VALUE);
    long told = stream.acknowledged().getOrDefault(id, 0L);
    ground.require(
        Math.max(admitted, told) >= missed.from(),
        "I1 no loss",
        "%s, which %s has admitted at %d and which has acknowledged %d, misses %s",
        receiver,
        stream,
        admitted,
        told,
        missed);
  }
}
