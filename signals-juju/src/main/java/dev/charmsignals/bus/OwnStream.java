package dev.charmsignals.bus;

import dev.charmsignals.hooktools.HookToolException;
import dev.charmsignals.json.MalformedException;
import dev.charmsignals.log.Appended;
import dev.charmsignals.log.BagKeys;
import dev.charmsignals.log.Cursor;
import dev.charmsignals.log.Draft;
import dev.charmsignals.log.OutgoingLog;
import dev.charmsignals.log.Replaced;
import dev.charmsignals.log.StreamId;
import dev.charmsignals.log.Window;
import dev.charmsignals.log.WindowFullException;
import dev.charmsignals.model.Databag;
import dev.charmsignals.model.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.function.LongSupplier;
import org.slf4j.LoggerFactory;

/** This unit's own stream on a relation: begin it, find it again, append, write, end it. */
final class OwnStream {

  /** The exit status of a command to which the agent said no. */
  private static final int REFUSED = 1;

  /** The exit status of a command whose arguments the agent did not accept. */
  private static final int MISUSED = 2;

  private final Window window;
  private final LongSupplier ids;

  OwnStream(Window window, LongSupplier ids) {
    this.window = window;
    this.ids = ids;
  }

  /**
   * Begins the stream of a relation that this unit does not remember, or goes on with the one it
   * had before the relation was suspended.
   */
  Link begin(Relation relation, Retained retained, Ended ended) {
    Optional<Ended.Frozen> frozen = ended.ownOf(relation.id().number());
    if (frozen.isEmpty()) {
      return appendWhatFits(empty(List.of()), relation, retained.since(0));
    }
    Standing own = frozen.get().own();
    if (frozen.get().kept().isPresent()) {
      try {
        Link thawed = thawed(relation, own, frozen.get().kept().get());
        return appendWhatFits(thawed, relation, retained.since(frozen.get().retained()));
      } catch (MalformedException e) {
        // What was kept of it makes no sense any more, so it begins anew.
      }
    }
    return beginAnew(relation, retained, own);
  }

  private Link thawed(Relation relation, Standing own, SortedMap<Long, String> kept)
      throws MalformedException {
    Link link = Link.of(Book.of(own));
    Map<String, String> bag = relation.ownUnitBag();
    if (bag.containsKey(BagKeys.HEADER)) {
      Optional<OutgoingLog> left = own.in(OutgoingLog.read(bag));
      if (left.isPresent()) {
        return found(link, left.get()); // Juju kept the bag, so there is nothing to write
      }
    }
    OutgoingLog trimmed = OutgoingLog.empty(own.id(), own.head(), window).withKept(kept);
    return link.writing(trimmed.replacing(own.replaces()));
  }

  /**
   * Begins another stream in the place of one that is lost, with what was emitted to all. Where a
   * newer signal of the name went to this relation alone, that is lost, and nothing comes in its
   * place: its readers would take the older one for the newest.
   */
  private Link beginAnew(Relation relation, Retained retained, Standing lost) {
    List<Draft> drafts = new ArrayList<>();
    for (Retained.Kept each : retained.kept()) {
      if (each.number() > lost.alone().getOrDefault(each.draft().name(), 0L)) {
        drafts.add(each.draft());
      } else {
        LoggerFactory.getLogger(OwnStream.class)
            .warn(
                "The newest signal \"{}\" on {} was emitted to it alone, and its bag is lost: units"
                    + " that come later will not hear of it until it is emitted again",
                each.draft().name(),
                relation);
      }
    }
    Link empty = empty(lost.replaced());
    Book book = Book.of(empty.book().own().succeeding(lost));
    return appendWhatFits(empty.with(book), relation, drafts);
  }

  private Link empty(List<Replaced> replaced) {
    OutgoingLog log =
        OutgoingLog.empty(StreamId.of(ids.getAsLong()), 0, window).replacing(replaced);
    return Link.of(Book.of(Standing.of(log))).writing(log);
  }

  /**
   * Appends what was retained, as much of it as the window holds beside what is kept, the newest
   * before the older. No one emits here who could be told, and a hook that fails would fail again
   * and again.
   *
   * @throws WindowFullException when readers must first make room
   */
  private Link appendWhatFits(Link link, Relation relation, List<Draft> drafts) {
    Optional<Link> whole = fitted(link, drafts);
    if (whole.isPresent()) {
      return whole.get();
    }
    Link appended = link;
    List<Draft> fitting = new ArrayList<>();
    for (int i = drafts.size() - 1; i >= 0; i--) {
      fitting.add(0, drafts.get(i));
      Optional<Link> fitted = fitted(link, fitting);
      if (fitted.isPresent()) {
        appended = fitted.get();
      } else {
        fitting.remove(0);
        warn(relation, drafts.get(i));
      }
    }
    return appended;
  }

  private Optional<Link> fitted(Link link, List<Draft> drafts) {
    try {
      return Optional.of(appendAll(link, drafts));
    } catch (WindowFullException e) {
      if (e.unreadBy() > 0) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private void warn(Relation relation, Draft left) {
    LoggerFactory.getLogger(OwnStream.class)
        .warn(
            "The newest signal \"{}\" cannot be seen on {}: with newer ones it does not fit into the"
                + " window of {} entries and {} bytes; make it larger, or some sources"
                + " transientOnly()",
            left.name(),
            relation,
            window.entries(),
            window.bytes());
  }

  Link appendAll(Link link, List<Draft> drafts) {
    Link appended = link;
    for (Draft draft : drafts) {
      appended = append(appended, draft);
    }
    return appended;
  }

  /**
   * Returns the link with its stream read from the own bag. A bag that is not what this unit
   * remembers was restored or emptied by somebody: its stream must not go on under the same id,
   * because numbers would be given twice.
   */
  Link find(Link link, Relation relation, Retained retained) {
    if (link.log().isPresent()) {
      return link;
    }
    Map<String, String> bag = relation.ownUnitBag();
    boolean ours = link.book().mayHaveWritten(bag.getOrDefault(BagKeys.ACKS, ""));
    Link known = ours ? link : link.acknowledging();
    try {
      Optional<OutgoingLog> log = link.book().own().in(OutgoingLog.read(bag));
      if (log.isPresent()) {
        return found(known, log.get());
      }
    } catch (MalformedException e) {
      // Not ours any more; begin anew below.
    }
    Link anew = beginAnew(relation, retained, link.book().own());
    OutgoingLog log = anew.log().orElseThrow();
    return known.writing(log);
  }

  /** After an upgrade the window can be another one, which is then to be told. */
  private Link found(Link link, OutgoingLog log) {
    OutgoingLog told = log.within(window);
    return told == log ? link.with(log) : link.writing(told);
  }

  /**
   * Appends what was retained while Juju did not list the relation.
   *
   * @throws WindowFullException when readers must first make room
   */
  Link caughtUp(Link link, Relation relation, Retained retained) {
    if (link.book().absentSince().isEmpty()) {
      return link;
    }
    Link found = find(link, relation, retained);
    OptionalLong since = found.book().absentSince();
    if (since.isEmpty()) {
      return found; // it had to begin anew, with all that is retained
    }
    Link whole = appendWhatFits(found, relation, retained.since(since.getAsLong()));
    return whole.with(whole.book().absentSince(OptionalLong.empty()));
  }

  /**
   * Appends as much of it as there is room for until readers have made more, the oldest first. What
   * they read of that is why they will say how far they are.
   */
  Link caughtUpInPart(Link link, Retained retained) {
    Link appended = link;
    try {
      for (Retained.Kept each : retained.kept()) {
        if (each.number() > appended.book().absentSince().orElse(Long.MAX_VALUE)) {
          Link more = append(appended, each.draft());
          appended = more.with(more.book().absentSince(OptionalLong.of(each.number())));
        }
      }
    } catch (WindowFullException e) {
      return appended; // the rest waits
    }
    return appended;
  }

  /**
   * Checks that a relation made later could take everything that waits for it.
   *
   * @throws WindowFullException when it could not
   */
  void requireRoom(Retained retained) {
    appendAll(empty(List.of()), retained.since(0));
  }

  /** Appends a signal. Who loses its membership to it is not admitted anew by the next one. */
  Link append(Link link, Draft draft) {
    Appended appended = link.log().orElseThrow().append(draft, window, link.book().audience());
    Book book = link.book().barring(appended.barred(), appended.log().head());
    return link.with(book).writing(appended.log());
  }

  /**
   * Makes the own bag say what the link's stream and positions are.
   *
   * @param ended how far we were in streams that have ended
   */
  Link write(Link link, Relation relation, List<Cursor> ended) {
    SortedMap<String, String> wanted = link.log().orElseThrow().bag();
    String acks = link.book().acknowledgement(ended);
    if (!acks.isEmpty()) {
      wanted.put(BagKeys.ACKS, acks);
    }
    Databag bag = relation.ownUnitBag();
    for (String key : bag.asMap().tailMap(BagKeys.PREFIX).keySet()) {
      if (BagKeys.isOurs(key) && !wanted.containsKey(key)) {
        bag.remove(key);
      }
    }
    for (Map.Entry<String, String> value : wanted.entrySet()) {
      bag.put(value.getKey(), value.getValue());
    }
    return link.with(link.book().acknowledged(acks));
  }

  /**
   * Returns the stream as it is at its end: with its kept entries, if they can still be read, as
   * they can in the broken hook. Without them it must not go on, because it could not give them to
   * those who join when the relation is resumed; another replaces it then, with all that is
   * retained.
   */
  Ended.Frozen freeze(Link link, Relation relation, Retained retained) {
    Standing own = link.book().own();
    long had = link.book().absentSince().orElse(retained.count());
    return new Ended.Frozen(own, had, keptOf(own, relation));
  }

  private static Optional<SortedMap<Long, String>> keptOf(Standing own, Relation relation) {
    try {
      Optional<OutgoingLog> log = own.in(OutgoingLog.read(relation.ownUnitBag()));
      return log.isPresent() ? Optional.of(log.get().kept()) : Optional.empty();
    } catch (MalformedException e) {
      return Optional.empty(); // not ours any more
    } catch (HookToolException e) {
      if (isGone(e)) {
        return Optional.empty();
      }
      throw e; // the command was killed, say: when the hook is run again it will answer
    }
  }

  /**
   * Whether the agent said that the bag is out of reach (contract section 2.2): the unit has left
   * the relation, or the relation is no longer there for this hook, which is found out before the
   * command runs.
   */
  private static boolean isGone(HookToolException refusal) {
    return refusal.exitStatus() == REFUSED
        || refusal.exitStatus() == MISUSED && refusal.stderr().contains("relation not found");
  }
}
