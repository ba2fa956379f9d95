package dev.charmsignals.reconciler;

import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.EventSource;
import dev.charmsignals.event.HookEvent;
import dev.charmsignals.event.RelationEvents;
import dev.charmsignals.model.Databag;
import dev.charmsignals.model.Relation;
import dev.charmsignals.model.Status;
import dev.charmsignals.record.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Tells every related application the same, as a record in this application's bag; the leader does.
 *
 * @param <R> what it tells
 */
public final class RelationDataBroadcaster<R extends Record> implements Component {

  private final String name;
  private final CharmContext context;
  private final String endpoint;
  private final Supplier<R> data;

  /**
   * Creates it, for {@link Reconciler#add}.
   *
   * @param data what is told, each component of the record under a key as a JSON value; asked in
   *     every run on the leader, if anything is related
   */
  public RelationDataBroadcaster(
      String name, CharmContext context, String endpoint, Supplier<R> data) {
    this.name = name;
    this.context = context;
    this.endpoint = endpoint;
    this.data = data;
  }

  @Override
  public String name() {
    return name;
  }

  /** Writes what differs to every relation. */
  @Override
  public void configureAsLeader() {
    List<Relation> relations = RelatedCount.living(context, endpoint);
    if (!relations.isEmpty()) {
      R told = data.get();
      for (Relation relation : relations) {
        relation.ownApplicationBag().save(told);
      }
    }
  }

  /**
   * Returns active when all are told, or nobody is related; otherwise waiting. Units that do not
   * lead may not read the bag and are active.
   */
  @Override
  public Status status() {
    List<Relation> relations = RelatedCount.living(context, endpoint);
    if (relations.isEmpty() || !context.session().isLeader()) {
      return Status.active();
    }
    R told = data.get();
    Map<String, Optional<String>> texts = RecordType.of(RecordType.classOf(told)).texts(told);
    TreeSet<String> missing = new TreeSet<>();
    for (Relation relation : relations) {
      missing.addAll(missing(texts, relation.ownApplicationBag()));
    }
    return missing.isEmpty()
        ? Status.active()
        : Status.waiting(
            "Relation is missing attributes "
                + missing
                + " that we send out.  This likely is a transient error but if it persists, there"
                + " could be something wrong.");
  }

  private static List<String> missing(Map<String, Optional<String>> texts, Databag bag) {
    List<String> missing = new ArrayList<>();
    for (Map.Entry<String, Optional<String>> text : texts.entrySet()) {
      if (text.getValue().isPresent() && !bag.containsKey(text.getKey())) {
        missing.add(text.getKey());
      }
    }
    return missing;
  }

  /** Returns the created and changed events of its endpoint. */
  @Override
  public List<EventSource<? extends HookEvent>> events() {
    RelationEvents on = context.events().relation(endpoint);
    return List.of(on.created(), on.changed());
  }
}
