package dev.charmsignals.legacy;

import dev.charmsignals.model.Databag;
import dev.charmsignals.model.HookSession;
import dev.charmsignals.model.Relation;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where this side writes: the leader into the application's bag, every other unit into its own, one
 * entry for each name.
 *
 * <p>What a unit wrote before it became the leader stays in its own bag, and readers compare by
 * name alone: two texts of one name would be news to them in every hook, for ever. So a leader goes
 * on in its own bag with a name that it has there.
 */
final class Slots {

  private static final Logger LOG = LoggerFactory.getLogger(LegacyEndpoint.class);

  private final HookSession session;
  private final Map<Slot, Before> written = new HashMap<>();

  Slots(HookSession session) {
    this.session = session;
  }

  private record Slot(int relation, String name) {}

  /** The bag that has the slot, and what readers see there until this hook has succeeded. */
  private record Before(Databag bag, String text) {}

  void write(Relation relation, String name, String text) {
    Slot slot = new Slot(relation.id().number(), name);
    Before before = written.get(slot);
    if (before == null) {
      before = before(relation, name);
      written.put(slot, before);
    } else {
      LOG.warn(
          "Signal {} is emitted again in one hook to {}; the format of charms.signals carries only"
              + " the last",
          name,
          relation);
    }
    before.bag().put(name, Padding.next(text, before.text()));
  }

  private Before before(Relation relation, String name) {
    Databag own = relation.ownUnitBag();
    String text = own.get(name);
    if (text != null || !session.isLeader()) {
      return new Before(own, text == null ? "" : text);
    }
    Databag application = relation.ownApplicationBag();
    return new Before(application, application.getOrDefault(name, ""));
  }
}
