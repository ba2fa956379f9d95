package dev.charmsignals.bus;

import dev.charmsignals.hooktools.HookToolException;
import dev.charmsignals.json.MalformedException;
import dev.charmsignals.log.Acks;
import dev.charmsignals.log.Appended;
import dev.charmsignals.log.BagKeys;
import dev.charmsignals.log.Draft;
import dev.charmsignals.log.OutgoingLog;
import dev.charmsignals.log.StreamId;
import dev.charmsignals.log.Window;
import dev.charmsignals.model.Databag;
import dev.charmsignals.model.Relation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.function.LongSupplier;

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
    if (frozen.isPresent()) {
      try {
        return appendAll(thawed(relation, frozen.get()), retained.since(frozen.get().retained()));
      } catch (MalformedException e) {
        // What was kept of it makes no sense any more, so it begins anew.
      }
    }
    return beginAnew(retained);
  }

  private Link thawed(Relation relation, Ended.Frozen frozen) throws MalformedException {
    Standing own = frozen.own();
    Link link = Link.of(Book.of(own));
    Map<String, String> bag = relation.ownUnitBag();
    if (bag.containsKey(BagKeys.HEADER)) {
      Optional<OutgoingLog> left = own.in(OutgoingLog.read(bag));
      if (left.isPresent()) {
        return found(link, left.get()); // Juju kept the bag, so there is nothing to write
      }
    }
    return link.writing(OutgoingLog.empty(own.id(), own.head(), window).withKept(frozen.kept()));
  }

  private Link beginAnew(Retained retained) {
    OutgoingLog log = OutgoingLog.empty(StreamId.of(ids.getAsLong()), 0, window);
    Link link = Link.of(Book.of(Standing.of(log)));
    return appendAll(link.writing(log), retained.since(0));
  }

  private Link appendAll(Link link, List<Draft> drafts) {
    Link appended = link;
    for (Draft draft : drafts) {
      OutgoingLog log = appended.log().orElseThrow();
      appended = appended.writing(log.append(draft, window, appended.book().audience()).log());
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
    try {
      OutgoingLog bag = OutgoingLog.read(relation.ownUnitBag());
      Optional<OutgoingLog> log = link.book().own().in(bag);
      if (log.isPresent()) {
        return found(link, log.get());
      }
    } catch (MalformedException e) {
      // Not ours any more; begin anew below.
    }
    Link anew = beginAnew(retained);
    OutgoingLog log = anew.log().orElseThrow();
    return link.writing(log);
  }

  /** After an upgrade the window can be another one, which is then to be told. */
  private Link found(Link link, OutgoingLog log) {
    OutgoingLog told = log.within(window);
    return told == log ? link.with(log) : link.writing(told);
  }

  /** Appends what was retained while Juju did not list the relation. */
  Link caughtUp(Link link, Relation relation, Retained retained) {
    if (link.book().absentSince().isEmpty()) {
      return link;
    }
    Link found = find(link, relation, retained);
    OptionalLong since = found.book().absentSince();
    if (since.isEmpty()) {
      return found; // it had to begin anew, with all that is retained
    }
    Link whole = appendAll(found, retained.since(since.getAsLong()));
    return whole.with(whole.book().absentSince(OptionalLong.empty()));
  }

  /**
   * Checks that a relation made later could take everything that waits for it.
   *
   * @throws dev.charmsignals.log.WindowFullException when it could not
   */
  void requireRoom(Retained retained) {
    beginAnew(retained);
  }

  /** Appends a signal; returns the link as it then is, and those who lost their membership. */
  Appended append(Link link, Draft draft) {
    return link.log().orElseThrow().append(draft, window, link.book().audience());
  }

  /** Makes the own bag say what the link's stream and positions are. */
  Link write(Link link, Relation relation) {
    SortedMap<String, String> wanted = link.log().orElseThrow().bag();
    String acks = Acks.text(link.book().positions());
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
    return link.with(link.book().acknowledged());
  }

  /**
   * Returns the stream as it is at its end, if it can still be read: so it can in the broken hook.
   * A stream whose kept signals are out of reach must not go on, because it could not give them to
   * those who join when the relation is resumed; it begins anew then, with all that is retained.
   */
  Optional<Ended.Frozen> freeze(Link link, Relation relation, Retained retained) {
    Book book = link.book();
    try {
      Optional<OutgoingLog> log = book.own().in(OutgoingLog.read(relation.ownUnitBag()));
      if (log.isEmpty()) {
        return Optional.empty(); // restored by somebody
      }
      long had = book.absentSince().orElse(retained.count());
      return Optional.of(new Ended.Frozen(book.own(), had, log.get().kept()));
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
