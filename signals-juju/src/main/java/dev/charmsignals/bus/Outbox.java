package dev.charmsignals.bus;

import dev.charmsignals.hooktools.BagSelection;
import dev.charmsignals.log.BagKeys;
import dev.charmsignals.log.Cursor;
import dev.charmsignals.log.Draft;
import dev.charmsignals.log.IncomingLog;
import dev.charmsignals.log.WindowFullException;
import dev.charmsignals.model.Databag;
import dev.charmsignals.model.HookSession;
import dev.charmsignals.model.Relation;
import dev.charmsignals.name.RelationId;
import dev.charmsignals.name.UnitName;
import dev.charmsignals.signal.Emission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.slf4j.LoggerFactory;

/** Takes what the charm emits into the streams of its relations, and writes them at the end. */
final class Outbox {

  private final HookSession session;
  private final String endpoint;
  private final OpenLedger ledger;
  private final OwnStream stream;

  Outbox(HookSession session, String endpoint, OpenLedger ledger, OwnStream stream) {
    this.session = session;
    this.endpoint = endpoint;
    this.ledger = ledger;
    this.stream = stream;
  }

  /** Makes sure that this unit has a stream on the relation. */
  void open(Relation relation) {
    int number = relation.id().number();
    Ledger now = ledger.get();
    if (!now.links().containsKey(number)) {
      Link link = stream.begin(relation, now.retained(), now.ended());
      ledger.set(now.with(number, link).with(now.ended().minusOwn(number)));
    }
  }

  /**
   * Makes sure that this unit's stream can be seen on a relation that begins, or begins once more:
   * where its broken hook was skipped the stream is known, and its bag was thrown away.
   */
  void begin(Relation relation) {
    open(relation);
    int number = relation.id().number();
    ledger.set(ledger.get().with(number, link(number).showing()));
  }

  /**
   * Makes sure that each stream can be seen: somebody may have restored an older bag or spoilt a
   * header, and after an upgrade the window can be another one than readers were told. This costs a
   * reading of each own bag, and Juju sends a bag that was read with the commit, so it is for hooks
   * that are rare.
   */
  void showAll() {
    for (Map.Entry<Integer, Link> entry : ledger.get().links().entrySet()) {
      ledger.set(ledger.get().with(entry.getKey(), entry.getValue().showing()));
    }
  }

  /**
   * Gives a relation that Juju lists again what was retained while it did not, unless readers must
   * first make room: then the rest waits for the next hook that looks around.
   */
  void catchUpIfThereIsRoom(Relation relation) {
    try {
      catchUp(relation);
    } catch (WindowFullException e) {
      LoggerFactory.getLogger(Outbox.class)
          .info("Retained signals for {} wait until {} units have read", relation, e.unreadBy());
      int number = relation.id().number();
      Retained retained = ledger.get().retained();
      Link found = stream.find(link(number), relation, retained);
      ledger.set(ledger.get().with(number, stream.caughtUpInPart(found, retained)));
    }
  }

  private Link link(int number) {
    return Objects.requireNonNull(ledger.get().links().get(number), "relation not opened");
  }

  private void catchUp(Relation relation) {
    int number = relation.id().number();
    Link link = ledger.get().links().get(number);
    if (link != null && link.book().absentSince().isPresent()) {
      ledger.set(ledger.get().with(number, caughtUp(link, relation, ledger.get().retained())));
    }
  }

  private Link caughtUp(Link link, Relation relation, Retained retained) {
    Link found = stream.find(link, relation, retained);
    try {
      Link caughtUp = stream.caughtUp(found, relation, retained);
      if (caughtUp.book().barred() == found.book().barred()) {
        return caughtUp;
      }
    } catch (WindowFullException e) {
      requireReaders(e);
    }
    Link asked = freshAcks(found, relation);
    return warning(asked.book(), stream.caughtUp(asked, relation, retained), relation);
  }

  /** Emits to the given relations, which are those of the endpoint or one of them. */
  Emission emit(Draft draft, List<Relation> relations, boolean broadcast) {
    for (Relation relation : relations) {
      catchUp(relation);
    }
    Ledger changed = ledger.get();
    int receivers = 0;
    int written = 0;
    for (Relation relation : relations) {
      int number = relation.id().number();
      Link link = changed.links().get(number);
      if (link == null) { // the charm's handler comes before ours, or our hook was skipped
        link = stream.begin(relation, changed.retained(), changed.ended());
        changed = changed.with(changed.ended().minusOwn(number));
      }
      try {
        link = appended(stream.find(link, relation, changed.retained()), relation, draft);
      } catch (WindowFullException e) {
        throw e.of(draft.name(), relation.toString());
      }
      if (!broadcast && changed.retained().has(draft.name())) {
        link = link.with(link.book().alone(draft.name(), changed.retained().count()));
      }
      changed = changed.with(number, link);
      receivers += link.log().orElseThrow().memberCount();
      written++;
    }
    if (broadcast && draft.kept()) {
      changed = absent(changed, relations).with(changed.retained().plus(draft));
      if (written == 0) {
        stream.requireRoom(changed.retained());
      }
    } else if (broadcast) {
      Retained retained = changed.retained().without(draft.name());
      changed = retained == changed.retained() ? changed : changed.with(retained);
    }
    ledger.set(changed);
    if (written > 0) {
      return new Emission.Written(written, receivers);
    }
    return broadcast && draft.kept() ? new Emission.Held() : new Emission.Dropped();
  }

  /** Takes note of open relations that Juju does not list, because they are being left. */
  private static Ledger absent(Ledger ledger, List<Relation> listed) {
    Ledger changed = ledger;
    for (Map.Entry<Integer, Link> entry : ledger.links().entrySet()) {
      boolean isListed = false;
      for (Relation relation : listed) {
        isListed |= relation.id().number() == entry.getKey();
      }
      Link link = entry.getValue();
      if (!isListed && link.book().absentSince().isEmpty()) {
        Book book = link.book().absentSince(OptionalLong.of(ledger.retained().count()));
        changed = changed.with(entry.getKey(), link.with(book));
      }
    }
    return changed;
  }

  private Link appended(Link link, Relation relation, Draft draft) {
    try {
      Link appended = stream.append(link, draft);
      if (appended.book().barred() == link.book().barred()) {
        return appended;
      }
    } catch (WindowFullException e) {
      requireReaders(e);
    }
    Link asked = freshAcks(link, relation);
    return warning(asked.book(), stream.append(asked, draft), relation);
  }

  /** Where somebody seems to be far behind it is asked before it loses something. */
  private static void requireReaders(WindowFullException e) {
    if (e.unreadBy() == 0) {
      throw e;
    }
  }

  private static Link warning(Book before, Link after, Relation relation) {
    for (Map.Entry<String, Peer> peer : after.book().peers().entrySet()) {
      if (peer.getValue() != before.peer(peer.getKey())) {
        LoggerFactory.getLogger(Outbox.class)
            .warn(
                "Unit {} on {} is {} signals behind and has lost its membership",
                peer.getKey(),
                relation,
                after.book().head() - peer.getValue().ack());
      }
    }
    return after;
  }

  private Link freshAcks(Link link, Relation relation) {
    Book book = link.book();
    BagSelection acks = new BagSelection(BagKeys.ACKS, IncomingLog.MOST_TEXT, 1);
    for (Map.Entry<String, Peer> peer : link.book().peers().entrySet()) {
      if (peer.getValue().cursor().isPresent()) {
        UnitName unit = new UnitName(peer.getKey());
        Map<String, String> bag = session.tools().readBag(relation.id(), unit, acks).values();
        long ack = new IncomingLog(bag, book.id()).ack();
        book = book.with(peer.getKey(), peer.getValue().acknowledging(Math.min(ack, book.head())));
      }
    }
    return link.with(book);
  }

  /** Writes every stream that has changed or whose readers must be told. */
  void write() {
    for (Map.Entry<Integer, Link> entry : ledger.get().links().entrySet()) {
      Relation relation = session.relation(new RelationId(endpoint, entry.getKey()));
      Link link = entry.getValue();
      if (link.showDue()) {
        link = stream.find(link, relation, ledger.get().retained());
        ledger.set(ledger.get().with(entry.getKey(), link));
      }
      // Where the charm writes to the bag anyway, telling how far we have read wakes nobody more.
      Databag own = relation.ownUnitBag();
      boolean free = own.isWritten() && link.book().owesAcks() && own.isChanged();
      if (link.write() || link.ackDue() || free) {
        Link found = stream.find(link, relation, ledger.get().retained());
        List<Cursor> ended = ledger.get().ended().cursorsIn(entry.getKey());
        ledger.set(ledger.get().with(entry.getKey(), stream.write(found, relation, ended)));
      }
    }
  }

  /**
   * Returns whether the charm has written to one of our bags in this hook, where nobody else has
   * until {@link #write}.
   *
   * @throws SignalBindingException when it has written to what belongs to signals
   */
  boolean hasCharmWritten() {
    boolean written = false;
    for (Relation relation : session.knownRelations(endpoint)) {
      requireOurKeysUntouched(relation);
      written |= relation.ownUnitBag().isWritten();
    }
    return written;
  }

  private void requireOurKeysUntouched(Relation relation) {
    for (String key : relation.ownUnitBag().writtenKeys()) {
      if (BagKeys.isOurs(key)) {
        throw new SignalBindingException(
            key,
            "Key \"%s\" of this unit's bag in %s belongs to the signals on endpoint \"%s\";"
                    .formatted(key, relation, endpoint)
                + " use another key, such as \"my-%s\"".formatted(key));
      }
    }
  }

  /** Forgets a remote unit that has left; should it return, it goes on where it was. */
  void forget(int number, String unit) {
    Ledger now = ledger.get();
    Link link = now.links().get(number);
    if (link != null) {
      Ended ended = now.ended();
      if (link.book().peer(unit).cursor().isPresent()) {
        Cursor last = link.book().peer(unit).cursor().get();
        ended = ended.plus(last, Ended.unit(number, unit));
      }
      ledger.set(now.with(number, link.with(link.book().without(unit))).with(ended));
    }
  }

  /** The units of a relation that have been seen and not been forgotten. */
  List<String> units(Relation relation) {
    Link link = ledger.get().links().get(relation.id().number());
    return link == null ? List.of() : List.copyOf(link.book().peers().keySet());
  }

  /** The relations of which we have a stream, without those that are there. */
  List<Relation> allBut(Set<Integer> present) {
    List<Relation> gone = new ArrayList<>();
    for (Integer number : ledger.get().links().keySet()) {
      if (!present.contains(number)) {
        gone.add(session.relation(new RelationId(endpoint, number)));
      }
    }
    return gone;
  }

  /** Ends the stream of a relation that is gone. */
  void close(Relation relation) {
    int number = relation.id().number();
    Link link = ledger.get().links().get(number);
    if (link == null) {
      return;
    }
    for (String unit : link.book().peers().keySet()) {
      forget(number, unit);
    }
    Ledger now = ledger.get();
    Ended ended = now.ended().plusOwn(number, stream.freeze(link, relation, now.retained()));
    ledger.set(now.without(number).with(ended));
  }
}
