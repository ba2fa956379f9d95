package dev.charmsignals.bus;

import dev.charmsignals.hooktools.BagSelection;
import dev.charmsignals.hooktools.HookToolException;
import dev.charmsignals.hooktools.SelectedBag;
import dev.charmsignals.log.Arrival;
import dev.charmsignals.log.BagKeys;
import dev.charmsignals.log.Cursor;
import dev.charmsignals.log.Header;
import dev.charmsignals.log.IncomingLog;
import dev.charmsignals.log.Reading;
import dev.charmsignals.log.Replaced;
import dev.charmsignals.log.StreamId;
import dev.charmsignals.model.HookSession;
import dev.charmsignals.model.Relation;
import dev.charmsignals.name.UnitName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.LoggerFactory;

/** Looks at the bags of remote units and takes what is new from them. */
final class Inbox {

  /** More than any window holds; what goes beyond is junk. */
  private static final BagSelection SELECTION =
      new BagSelection(BagKeys.PREFIX, IncomingLog.MOST_TEXT, 20_000);

  private final HookSession session;
  private final OpenLedger ledger;
  private final Dispatch dispatch;

  Inbox(HookSession session, OpenLedger ledger, Dispatch dispatch) {
    this.session = session;
    this.ledger = ledger;
    this.dispatch = dispatch;
  }

  /**
   * Reads a unit's bag once and delivers what is new. The relation must be in the ledger.
   *
   * @param last whether the unit is leaving: what cannot be delivered now is parked
   * @throws Exception what a handler threw
   */
  void look(Relation relation, UnitName unit, boolean last) throws Exception {
    take(relation, unit, session.tools().readBag(relation.id(), unit, SELECTION), last);
  }

  /**
   * Hears the last words of a unit that has left a relation which Juju does not list any more, if
   * they can still be read: until its broken hook they can (contract section 2.5).
   *
   * @throws Exception what a handler threw
   */
  void lookBack(Relation relation, UnitName unit) throws Exception {
    SelectedBag bag;
    try {
      bag = session.tools().readBag(relation.id(), unit, SELECTION);
    } catch (HookToolException e) {
      boolean gone = e.stderr().contains("permission denied") || e.stderr().contains("not found");
      if (!gone) {
        throw e; // it may answer when the hook is run again
      }
      LoggerFactory.getLogger(Inbox.class)
          .warn("What {} on {} said last cannot be read: its hooks were skipped", unit, relation);
      return;
    }
    take(relation, unit, bag, true);
  }

  private void take(Relation relation, UnitName unit, SelectedBag bag, boolean last)
      throws Exception {
    int number = relation.id().number();
    Standing own = book(number).own();
    IncomingLog log = new IncomingLog(values(bag), own.id(), own.replaces());
    Peer before = book(number).peer(unit.value());
    String whose = Ended.unit(number, unit.value());
    Reading reading = log.read(before.cursor(), ledger.get().ended().cursorsOf(whose));
    report(relation, unit, reading, bag);
    if (reading.header().isEmpty() || reading.start().isEmpty()) {
      learnAck(number, unit, reading);
      return;
    }
    Cursor start = reading.start().get();
    boolean goesOn =
        before.cursor().isPresent() && before.cursor().get().stream().equals(start.stream());
    if (!goesOn) {
      boolean isBack = ledger.get().ended().cursorsOf(whose).containsKey(start.stream());
      meet(number, unit, before, start);
      missReplaced(relation, unit, before, reading.header().get(), isBack);
      if (!last) {
        ledger.set(ledger.get().with(number, link(number).showing()));
      }
    }
    learnAck(number, unit, reading);

    Origin origin = new Origin(relation.id(), unit, unit.application(), start.stream());
    Cursor cursor = start;
    boolean gap = false;
    boolean all = true;
    for (Arrival arrival : reading.arrivals()) {
      int failures = before.attemptsAt(start.stream(), arrival.seq());
      Dispatch.Outcome outcome = deliver(origin, arrival, failures, last);
      if (outcome != Dispatch.Outcome.DONE) {
        int failed = outcome == Dispatch.Outcome.AGAIN ? failures + 1 : failures;
        Peer peer = book(number).peer(unit.value());
        put(number, unit, peer.attempted(start.stream(), arrival.seq(), failed));
        all = false; // but what has been read is to be acknowledged, however long the rest waits
        break;
      }
      gap |= arrival instanceof Arrival.Gap;
      cursor = arrival.after(cursor);
      put(number, unit, book(number).peer(unit.value()).at(cursor));
    }
    if (all && cursor.isInFirstLook()) {
      cursor = cursor.at(cursor.seq());
      put(number, unit, book(number).peer(unit.value()).at(cursor));
    }
    if (!last && (gap || log.isAckDue(cursor, reading.header().get(), bag.bytes()))) {
      Link link = link(number);
      ledger.set(ledger.get().with(number, link.acknowledging()));
    }
  }

  private Dispatch.Outcome deliver(Origin origin, Arrival arrival, int failures, boolean last)
      throws Exception {
    if (arrival instanceof Arrival.Signalled signalled) {
      return dispatch.deliver(origin, signalled.entry(), failures, last);
    } else if (arrival instanceof Arrival.Gap gap) {
      dispatch.gap(origin, gap.from(), gap.to());
    } else if (arrival instanceof Arrival.Unreadable unreadable) {
      dispatch.park(origin, unreadable.seq(), "its entry " + unreadable.reason());
    }
    return Dispatch.Outcome.DONE;
  }

  /**
   * Reports what a unit had written where its stream now has none, because somebody spoilt its bag:
   * the rest of the stream that we followed, and all of those that came and went since.
   *
   * @param isBack whether it shows a stream that it had before, as in an older bag
   */
  private void missReplaced(
      Relation relation, UnitName unit, Peer before, Header header, boolean isBack)
      throws Exception {
    String whose = Ended.unit(relation.id().number(), unit.value());
    // Where the list is full, what we followed may have been before all of them.
    boolean followed =
        before.cursor().isPresent()
            && Replaced.isFull(header.replaces())
            && !followedOneOf(header.replaces(), whose);
    for (Replaced replaced : header.replaces()) {
      Ended ended = ledger.get().ended();
      Cursor known = ended.cursorsOf(whose).get(replaced.id());
      followed |= known != null;
      Cursor cursor = known == null ? new Cursor(replaced.id(), 0, 0) : known;
      if (followed && cursor.seq() < replaced.head()) {
        ledger.set(ledger.get().with(ended.plus(cursor.at(replaced.head()), whose)));
        Origin origin = new Origin(relation.id(), unit, unit.application(), replaced.id());
        dispatch.gap(origin, cursor.seq() + 1, replaced.head());
      }
    }
    if (before.cursor().isPresent() && !followed && !isBack) {
      // On Kubernetes a new unit may have its name, and Juju has not told us of the old one's end.
      LoggerFactory.getLogger(Inbox.class)
          .warn(
              "Unit {} on {} has another stream, which does not say how the one before it ended;"
                  + " what it may have said last there cannot be read",
              unit,
              relation);
    }
  }

  private boolean followedOneOf(List<Replaced> streams, String whose) {
    Map<StreamId, Cursor> known = ledger.get().ended().cursorsOf(whose);
    for (Replaced stream : streams) {
      if (known.containsKey(stream.id())) {
        return true;
      }
    }
    return false;
  }

  /** Takes note that a unit has a stream which we did not follow until now. */
  private void meet(int number, UnitName unit, Peer before, Cursor start) {
    Ended ended = ledger.get().ended();
    String whose = Ended.unit(number, unit.value());
    if (before.cursor().isPresent()) {
      ended = ended.plus(before.cursor().get(), whose);
    }
    ledger.set(ledger.get().with(ended.minus(start.stream(), whose)));
    put(number, unit, book(number).peer(unit.value()).anew(start));
  }

  private void learnAck(int number, UnitName unit, Reading reading) {
    Book book = book(number);
    Long ack = reading.acks().get(book.id());
    if (ack != null) {
      // Nobody can have read further than we have written.
      put(number, unit, book.peer(unit.value()).acknowledging(Math.min(ack, book.head())));
    }
  }

  private void report(Relation relation, UnitName unit, Reading reading, SelectedBag bag) {
    Peer peer = book(relation.id().number()).peer(unit.value());
    String tell = "";
    if (reading.newer()) {
      tell = "speaks a newer version of signals; it counts as absent";
    } else if (reading.problem().isPresent()) {
      tell = "wrote what is not of signals: " + reading.problem().get();
      tell += reading.header().isPresent() ? "; it counts as none" : "; it counts as absent";
    } else if (reading.header().isEmpty()
        && (bag.omitted() > 0 || bag.extent() != SelectedBag.Extent.WHOLE)) {
      tell = "wrote more than is read of a bag; it counts as absent";
    }
    if (tell.equals(peer.told())) {
      return;
    }
    if (!tell.isEmpty()) {
      LoggerFactory.getLogger(Inbox.class).warn("Unit {} on {} {}", unit, relation, tell);
    }
    put(relation.id().number(), unit, peer.told(tell));
  }

  private static Map<String, String> values(SelectedBag bag) {
    if (bag.tooLong().isEmpty()) {
      return bag.values();
    }
    Map<String, String> values = new LinkedHashMap<>(bag.values());
    for (String key : bag.tooLong()) {
      values.put(key, ""); // no bag holds an empty value, so this says: there, but unreadable
    }
    return values;
  }

  private Link link(int number) {
    return Objects.requireNonNull(ledger.get().links().get(number), "relation not opened");
  }

  private Book book(int number) {
    return link(number).book();
  }

  private void put(int number, UnitName unit, Peer peer) {
    Link link = link(number);
    ledger.set(ledger.get().with(number, link.with(link.book().with(unit.value(), peer))));
  }
}
