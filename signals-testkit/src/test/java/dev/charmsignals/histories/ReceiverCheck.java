package dev.charmsignals.histories;

import com.fasterxml.jackson.databind.JsonNode;
import dev.charmsignals.testkit.world.Change;
import dev.charmsignals.testkit.world.HookKind;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges what a commit says its unit received. */
final class ReceiverCheck {

  private static final int MOST_STATE = 65_536;

  private final Ground ground;
  private final Committed commit;
  private final Incarnation unit;

  /** What this commit dealt with: stream, number and observer of what was taken. */
  private final Set<String> taken = new HashSet<>();

  /** What was put off when the hook began. */
  private final Set<Incarnation.Waiting> waited;

  private ReceiverCheck(Ground ground, Committed commit) {
    this.ground = ground;
    this.commit = commit;
    this.unit = commit.unit();
    this.waited = unit.waiting();
  }

  static void check(Ground ground, Committed commit) {
    new ReceiverCheck(ground, commit).check();
  }

  private void check() {
    unit.edition(commit.attempt().edition());
    boolean ledgerChanged = false;
    for (Change change : commit.ofState()) {
      if (change.after().isPresent()) {
        unit.state().put(change.key(), change.after().get());
        ground.require(
            change.after().get().getBytes(StandardCharsets.UTF_8).length <= MOST_STATE,
            "I5 bounded",
            change.key() + " is too long");
      } else {
        unit.state().remove(change.key());
      }
      ledgerChanged |= change.key().startsWith("charm-signals/");
    }
    if (ledgerChanged) {
      unit.readWaiting();
    }
    commit.attempt().notes().forEach(this::checkFailure);
    commit.notes().forEach(this::checkNote);
    for (Change change : commit.ofState()) {
      if (change.after().isPresent() && change.key().startsWith("charm-signals/")) {
        checkCursors(change.key(), change.after().get());
      }
    }
    StateCheck.check(ground, commit);
    checkTakenIsBehindCursor();
    if (commit.hook().hook().kind() == HookKind.RELATION_DEPARTED) {
      checkLastWords();
    }
    boolean goesOn = commit.hook().hook().kind() != HookKind.REMOVE; // to be offered it again
    for (Incarnation.Waiting item : waited) {
      ground.require(
          goesOn && unit.waiting().contains(item)
              || taken.contains(key(item.stream(), item.seq(), item.observer()))
              || unit.parked().contains(item.stream() + " " + item.seq()),
          "I1 no loss",
          "%s put off %s and forgot it",
          unit,
          item);
    }
  }

  private static String key(String stream, long seq, String observer) {
    return stream + " " + seq + " " + observer;
  }

  /** A hook whose handler threw commits only where the signal may be tried again. */
  private void checkFailure(Note note) {
    if (note instanceof Note.Heard heard && heard.turn() == Note.Turn.THREW) {
      ground.require(
          heard.name() == Name.FRAGILE,
          "I4 visible iff committed",
          "%s committed although its handler failed: %s",
          unit,
          heard);
      int failures = unit.failures().merge(tried(heard), 1, Integer::sum);
      boolean madeUp = ground.meddling() && ground.stream(heard.stream()).isEmpty(); // of two units
      ground.require(
          madeUp || failures <= Name.ATTEMPTS,
          "I12 poison is bounded",
          "%s failed %d times: %s",
          unit,
          failures,
          heard);
    }
  }

  /**
   * What is tried again: a signal that was put off for the one observer that put it off, any other
   * for all its observers together, whichever of them fails.
   */
  private String tried(Note.Heard heard) {
    return key(heard.stream(), heard.seq(), wasPutOff(heard) ? heard.observer() : Incarnation.ALL);
  }

  private boolean wasPutOff(Note.Heard heard) {
    return waited.contains(new Incarnation.Waiting(heard.observer(), heard.stream(), heard.seq()));
  }

  private void checkNote(Note note) {
    if (note instanceof Note.Heard heard) {
      if (heard.turn() != Note.Turn.DEFERRED || !wasPutOff(heard)) { // else it is still counted
        unit.failures().remove(tried(heard));
      }
      if (heard.turn() == Note.Turn.TAKEN) {
        checkTaken(heard);
      }
    } else if (note instanceof Note.Missed missed) {
      checkMissed(missed);
    } else if (note instanceof Note.Parked parked) {
      unit.parked().add(parked.stream() + " " + parked.seq());
      checkParked(parked);
    }
  }

  private void checkTaken(Note.Heard heard) {
    taken.add(key(heard.stream(), heard.seq(), heard.observer()));
    unit.heard().add(heard.observer() + " " + heard.said());
    if (ground.stream(heard.stream()).isEmpty() && ground.meddling()) {
      return; // a stream that a meddler made up, under one id in the bags of several units
    }
    @SuppressWarnings("NullAway")
    Long last = unit.taken().put(heard.stream() + " " + heard.observer(), heard.seq());
    ground.require(
        last == null || last != heard.seq(), "I2 at most once", "%s took twice: %s", unit, heard);
    ground.require(
        last == null || last <= heard.seq(),
        "I3 first in, first out",
        "%s took %d before %s",
        unit,
        last,
        heard);
    Optional<Stream> stream = ground.stream(heard.stream());
    ground.require(
        stream.isPresent(),
        "I4 visible iff committed",
        "%s heard of a stream that nobody wrote: %s",
        unit,
        heard);
    if (stream.isEmpty() || stream.get().meddledWith()) {
      return;
    }
    Stream.Item item = stream.get().items().get(heard.seq());
    ground.require(
        item != null && item.said() == heard.said() && item.name() == heard.name(),
        "I4 visible iff committed",
        "%s took %s, but committed was %s",
        unit,
        heard,
        item);
    if (heard.name().isTransient()) {
      checkWasThere(heard, stream.get());
    }
    if (heard.name().isRetained() && !(ground.meddling() && isReplaced(stream.get()))) {
      checkIsNewest(heard, stream.get());
    }
    ground.require(
        stream.get().relation() == heard.relation(),
        "I10 isolation",
        "%s took %s, which is of %s",
        unit,
        heard,
        stream.get());
  }

  /** An older bag shows it again to who came after it was replaced, and cannot know. */
  private static boolean isReplaced(Stream stream) {
    List<String> all = List.copyOf(stream.emitter().ids(stream.relation()));
    return !all.get(all.size() - 1).equals(stream.id());
  }

  /** Another stream may say the newest of a name again, but nothing that is older. */
  private void checkIsNewest(Note.Heard heard, Stream stream) {
    String of = stream.emitter() + " " + heard.relation() + " " + heard.name();
    @SuppressWarnings("NullAway")
    long newest = unit.newest().merge(of + " " + heard.observer(), heard.said(), Math::max);
    ground.require(
        newest == heard.said(),
        "I8 newest kept",
        "%s took %s although it had taken the newer %d",
        unit,
        heard,
        newest);
  }

  /**
   * What no edition retains reaches only those who have been admitted, or have looked, before. What
   * is looked at may be an older bag, so any admission counts.
   */
  private void checkWasThere(Note.Heard heard, Stream stream) {
    if (unit.cursors().containsKey(heard.stream())) {
      return;
    }
    long from = Long.MAX_VALUE;
    for (String own : unit.ids(stream.relation())) {
      from = Math.min(from, stream.everAdmitted().getOrDefault(own, Long.MAX_VALUE));
    }
    ground.require(
        heard.seq() > from, "I8 newest kept", "%s joined at %d and took %s", unit, from, heard);
  }

  private void checkMissed(Note.Missed missed) {
    Optional<Stream> stream = ground.stream(missed.stream());
    if (stream.isEmpty() || stream.get().meddledWith()) {
      return;
    }
    ground.require(
        missed.from() > unit.cursors().getOrDefault(missed.stream(), 0L),
        "I1 no loss",
        "%s misses what it had read, or was told of before: %s",
        unit,
        missed);
    ground.require(
        missed.to() <= stream.get().head(),
        "I1 no loss",
        "%s misses %s, which never was",
        unit,
        missed);
    Stream theirs = stream.get();
    Bag bag = ground.bag(theirs.relation(), theirs.emitter().unit());
    boolean stale =
        commit.hook().reads().stream()
            .anyMatch(read -> read.stale() && read.relation().endsWith(":" + missed.relation()));
    if (!stale && ground.streamIn(theirs.relation(), theirs.emitter().unit()).equals(stream)) {
      for (long seq = missed.from(); seq <= Math.min(missed.to(), theirs.head()); seq++) {
        ground.require(
            !bag.content().containsKey("signal-" + seq),
            "I1 no loss",
            "%s reported %d of %s missing, which is there",
            unit,
            seq,
            theirs);
      }
      Wire.header(bag.content())
          .ifPresent(header -> MembershipCheck.checkMissed(ground, missed, unit, theirs, header));
    }
  }

  private void checkParked(Note.Parked parked) {
    Optional<Stream> stream = ground.stream(parked.stream());
    if (stream.isEmpty() || stream.get().meddledWith()) {
      return;
    }
    Stream.Item item = stream.get().items().get(parked.seq());
    boolean unknown = item != null && !item.name().isIn(unit.edition());
    HookKind kind = commit.hook().hook().kind();
    boolean leaving = kind == HookKind.RELATION_DEPARTED || ground.skips();
    boolean removed = kind == HookKind.REMOVE && isPutOff(parked);
    int failures =
        unit.failures().getOrDefault(key(parked.stream(), parked.seq(), Incarnation.ALL), 0);
    for (String observer : Name.FRAGILE.observers()) {
      String key = key(parked.stream(), parked.seq(), observer);
      failures = Math.max(failures, unit.failures().getOrDefault(key, 0));
    }
    boolean poison = failures == Name.ATTEMPTS || (failures > 0 && leaving);
    ground.require(
        unknown || poison || removed,
        "I12 poison is bounded",
        "%s parked %s, which is %s and failed %d times",
        unit,
        parked,
        item,
        failures);
  }

  private boolean isPutOff(Note.Parked parked) {
    return waited.stream()
        .anyMatch(each -> each.stream().equals(parked.stream()) && each.seq() == parked.seq());
  }

  private void checkCursors(String key, String text) {
    String[] parts = key.split("/");
    if (parts.length == 3 && parts[2].startsWith("ended")) {
      for (JsonNode cursor : Wire.tree(unit.stored(parts[1], "ended")).path("cursors")) {
        checkCursor(cursor.path("id").asText(), cursor.path("seq").asLong());
      }
    } else if (Character.isDigit(key.charAt(key.length() - 1)) && key.indexOf('#') < 0) {
      for (JsonNode peer : Wire.tree(text).path("peers")) {
        if (peer.has("id")) {
          checkCursor(peer.path("id").asText(), peer.path("seq").asLong());
        }
      }
    }
  }

  /** The cursor moves over exactly what was dealt with. */
  private void checkCursor(String id, long after) {
    Long before = unit.cursors().get(id);
    if (before != null && before == after) {
      return;
    }
    unit.cursors().put(id, after);
    Optional<Stream> found = ground.stream(id);
    if (found.isPresent() && before == null) {
      ReplacedCheck.check(ground, commit, found.get());
    }
    if (found.isEmpty() || found.get().meddledWith()) {
      return;
    }
    Stream stream = found.get();
    ground.require(
        before == null || before <= after,
        "I9 monotone",
        "%s went back from %s to %d in %s",
        unit,
        before,
        after,
        stream);
    ground.require(
        after <= stream.head(), "I9 monotone", "%s is beyond the head of %s", unit, stream);
    long seq = after;
    while (seq > (before == null ? 0 : before) && isDealtWith(stream, seq)) {
      seq--;
    }
    long start = before == null ? admittedAt(stream) : before;
    ground.require(
        seq <= start,
        "I1 no loss",
        "%s passed over %d of %s without a word, on its way from %s to %d",
        unit,
        seq,
        stream,
        before == null ? "its admission" : before,
        after);
  }

  /**
   * Where the emitter admitted this unit. If one of them has left since, or somebody has changed
   * this unit's bag, so that the emitter took it for another, its header must still say so.
   */
  private long admittedAt(Stream stream) {
    String now = unit.own().getOrDefault(stream.relation(), "");
    boolean spoilt = ground.bag(stream.relation(), unit.unit()).isSpoilt();
    if (!spoilt && stream.admitted().containsKey(now)) {
      return stream.admitted().getOrDefault(now, Long.MAX_VALUE);
    }
    Optional<Wire.Header> header =
        Wire.header(ground.bag(stream.relation(), stream.emitter().unit()).content());
    long admitted = Long.MAX_VALUE;
    if (header.isPresent() && header.get().id().equals(stream.id())) {
      for (String own : unit.ids(stream.relation())) { // the oldest first
        admitted = header.get().members().getOrDefault(own, admitted);
      }
    }
    return admitted;
  }

  private boolean isDealtWith(Stream stream, long seq) {
    for (Note note : commit.notes()) {
      if (note instanceof Note.Missed missed
          && missed.stream().equals(stream.id())
          && missed.from() <= seq
          && seq <= missed.to()) {
        return true;
      }
      if (note instanceof Note.Parked parked
          && parked.stream().equals(stream.id())
          && parked.seq() == seq) {
        return true;
      }
    }
    Stream.Item item = stream.items().get(seq);
    if (item == null || !item.name().isIn(unit.edition())) {
      return false;
    }
    for (String observer : item.name().observers()) {
      if (!taken.contains(key(stream.id(), seq, observer))
          && !unit.waiting().contains(new Incarnation.Waiting(observer, stream.id(), seq))) {
        return false;
      }
    }
    return true;
  }

  private void checkTakenIsBehindCursor() {
    for (Note.Heard heard : commit.notes(Note.Heard.class)) {
      ground.require(
          unit.cursors().getOrDefault(heard.stream(), 0L) >= heard.seq(),
          "I4 visible iff committed",
          "%s took %s and its cursor does not know",
          unit,
          heard);
    }
  }

  /** When a unit departs, everything it said has been dealt with. */
  private void checkLastWords() {
    String gone = commit.hook().hook().remoteUnit();
    int relation = commit.hook().hook().relation();
    for (String owner : ground.ownersIn(relation)) {
      // Across models the application has another name here, but the unit the same number.
      boolean remote = !applicationOf(owner).equals(applicationOf(unit.unit()));
      boolean same =
          remote && gone.startsWith("remote-")
              ? number(owner).equals(number(gone))
              : owner.equals(gone);
      Optional<Stream> stream = ground.streamIn(relation, owner);
      if (!same || stream.isEmpty() || stream.get().meddledWith()) {
        continue;
      }
      long head = Wire.header(ground.bag(relation, owner).content()).orElseThrow().head();
      long cursor = unit.cursors().getOrDefault(stream.get().id(), -1L);
      ground.require(
          cursor >= head,
          "I1 no loss",
          "%s let %s go at %d of %d",
          unit,
          stream.get(),
          cursor,
          head);
    }
  }

  private static String applicationOf(String unit) {
    return unit.substring(0, unit.indexOf('/'));
  }

  private static String number(String unit) {
    return unit.substring(unit.indexOf('/'));
  }
}
