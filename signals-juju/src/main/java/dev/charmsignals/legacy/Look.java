package dev.charmsignals.legacy;

import dev.charmsignals.event.Handler;
import dev.charmsignals.event.HookEvent;
import dev.charmsignals.event.RelationEvent;
import dev.charmsignals.model.HookSession;
import dev.charmsignals.model.Relation;
import dev.charmsignals.name.UnitName;
import dev.charmsignals.snapshot.SnapshotException;
import dev.charmsignals.snapshot.SnapshotText;
import dev.charmsignals.snapshot.SnapshotTooLongException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for news in the bags of the other side: in a relation's hook in those that it is about, in
 * the hooks that come without one in all, because Juju may have dropped one.
 */
final class Look implements Handler<HookEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(LegacyEndpoint.class);

  /** Keys that Juju itself writes into a unit's bag (contract §3). */
  private static final Set<String> OF_JUJU =
      Set.of("egress-subnets", "ingress-address", "private-address");

  /** How many names of one bag are looked at; each costs charm state. */
  private static final int MOST_NAMES = 64;

  private static final int LONGEST_NAME = 256;

  /** As JSON and in characters, so that a handler can put it off. */
  private static final int LONGEST_TEXT = 48 << 10;

  private final HookSession session;
  private final String endpoint;
  private final LegacyEvents on;
  private final LastSeen seen;
  private boolean tellsWhatIsThere;

  Look(HookSession session, String endpoint, LegacyEvents on) {
    this.session = session;
    this.endpoint = endpoint;
    this.on = on;
    this.seen = new LastSeen(session.state(), endpoint);
  }

  /** Has what is there at the first look told as well. */
  void tellWhatIsThere() {
    tellsWhatIsThere = true;
  }

  @Override
  public void handle(HookEvent event) {
    if (event instanceof RelationEvent.Broken broken) {
      seen.forget(broken.relation().id());
    } else if (event instanceof RelationEvent about) {
      look(about);
    } else {
      lookAround();
    }
  }

  private void look(RelationEvent event) {
    Relation relation = event.relation();
    lookAtApplication(relation);
    if (event.unit().isPresent()) {
      UnitName unit = event.unit().get();
      look(relation, Optional.of(unit), relation.unitBag(unit));
      if (event instanceof RelationEvent.Departed) {
        seen.forget(relation.id(), unit.value());
      }
    }
  }

  private void lookAround() {
    Map<String, List<String>> bags = new HashMap<>();
    for (Relation relation : session.relations(endpoint)) {
      List<String> units = new ArrayList<>();
      lookAtApplication(relation);
      for (UnitName unit : relation.units()) {
        units.add(unit.value());
        look(relation, Optional.of(unit), relation.unitBag(unit));
      }
      bags.put(Integer.toString(relation.id().number()), units);
    }
    seen.keepOnly(bags);
  }

  private void lookAtApplication(Relation relation) {
    // On a peer relation the leader would hear itself.
    if (!relation.isPeer() || !session.isLeader()) {
      look(relation, Optional.empty(), relation.applicationBag());
    }
  }

  private void look(Relation relation, Optional<UnitName> unit, Map<String, String> bag) {
    String owner = unit.isPresent() ? unit.get().value() : "";
    Optional<Map<String, ?>> before = seen.in(relation.id(), owner);
    SortedMap<String, String> now = new TreeMap<>();
    for (Map.Entry<String, String> entry : new TreeMap<>(bag).entrySet()) {
      String name = entry.getKey();
      if (OF_JUJU.contains(name)) {
        continue;
      }
      if (now.size() == MOST_NAMES || name.length() > LONGEST_NAME) {
        LOG.warn(
            "A bag of {} has more than {} names, or one of more than {} characters; a signal is"
                + " not heard",
            relation,
            MOST_NAMES,
            LONGEST_NAME);
        continue;
      }
      String fingerprint = LastSeen.fingerprint(entry.getValue());
      now.put(name, fingerprint);
      boolean isNew =
          before.isPresent() ? isNews(before.get(), name, fingerprint) : tellsWhatIsThere;
      if (isNew) {
        tell(relation, unit, name, Padding.strip(entry.getValue()));
      }
    }
    if (before.isEmpty() || !before.get().equals(now)) {
      seen.keep(relation.id(), owner, now);
    }
  }

  private static boolean isNews(Map<String, ?> before, String name, String fingerprint) {
    return !fingerprint.equals(before.get(name));
  }

  private void tell(Relation relation, Optional<UnitName> unit, String name, String text) {
    try {
      SnapshotText.ofValue(text, LONGEST_TEXT);
    } catch (SnapshotException | SnapshotTooLongException e) {
      LOG.warn(
          "A signal of {} is not heard: its text has {} characters; up to {} as JSON can be",
          relation,
          text.length(),
          LONGEST_TEXT);
      return;
    }
    LOG.debug("Received signal {} over {}", name, relation);
    on.tell(
        new LegacySignal.Kept(
            relation.id().number(),
            relation.application(),
            unit.isPresent() ? Optional.of(unit.get().value()) : Optional.empty(),
            name,
            text));
  }
}
