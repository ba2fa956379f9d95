package dev.charmsignals.legacy;

import dev.charmsignals.event.Handler;
import dev.charmsignals.event.HookEvent;
import dev.charmsignals.event.RelationEvent;
import dev.charmsignals.model.HookSession;
import dev.charmsignals.model.Relation;
import dev.charmsignals.name.UnitName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for news in the bags of the other side: in a relation's hook in those that it is about, in
 * the hooks that come without one in all, because Juju may have dropped one. A unit's bag can then
 * be an older copy, until that unit's next hook or a restart of the agent (contract §4.4).
 */
final class Look implements Handler<HookEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(LegacyEndpoint.class);

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
    look(relation, Optional.empty(), relation.applicationBag());
  }

  private void look(Relation relation, Optional<UnitName> unit, Map<String, String> bag) {
    String owner = unit.isPresent() ? unit.get().value() : "";
    Optional<Seen> before = seen.in(relation.id(), owner);
    News news = News.of(bag, before, tellsWhatIsThere);
    if (news.leftOut() > 0) {
      LOG.warn(
          "{} entries of {} on {} are not heard as signals: {} names of a bag are, and texts of up to"
              + " {} characters as JSON",
          news.leftOut(),
          owner.isEmpty() ? relation.application() : owner,
          relation,
          News.MOST_NAMES,
          News.LONGEST_TEXT);
    }
    for (News.Said signal : news.signals()) {
      tell(relation, unit, signal);
    }
    if (before.isEmpty() || !before.get().equals(news.seen())) {
      seen.keep(relation.id(), owner, news.seen());
    }
  }

  private void tell(Relation relation, Optional<UnitName> unit, News.Said signal) {
    LOG.debug("Received signal {} over {}", signal.name(), relation);
    on.tell(
        new LegacySignal.Kept(
            relation.id().number(),
            relation.application(),
            unit.isPresent() ? Optional.of(unit.get().value()) : Optional.empty(),
            signal.name(),
            signal.text(),
            signal.number()));
  }
}
