package dev.charmsignals.reconciler;

import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.EventSource;
import dev.charmsignals.event.HookEvent;
import dev.charmsignals.event.RelationEvents;
import dev.charmsignals.model.Relation;
import dev.charmsignals.model.Status;
import dev.charmsignals.record.FieldError;
import dev.charmsignals.record.LoadResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Waits for what related applications have to tell, as records in their applications' bags, and
 * hands it to the components that depend on it, once it is complete: one that is related and silent
 * is waited for, however few would be enough. Does nothing by itself.
 *
 * @param <R> what each of them tells
 */
public final class RelationDataReceiver<R extends Record> implements Component {

  private final String name;
  private final CharmContext context;
  private final String endpoint;
  private final Class<R> type;
  private final RelatedCount count;

  /** Creates it for exactly one related application, for {@link Reconciler#add}. */
  public RelationDataReceiver(String name, CharmContext context, String endpoint, Class<R> type) {
    this(name, context, endpoint, type, 1, 1);
  }

  /**
   * Creates it with the fewest and the most related applications, for {@link Reconciler#add}.
   *
   * @param type the record, of which each component is a key with a JSON value
   * @throws IllegalArgumentException when a bound is negative or the bounds are the wrong way round
   */
  public RelationDataReceiver(
      String name, CharmContext context, String endpoint, Class<R> type, int minimum, int maximum) {
    this.name = name;
    this.context = context;
    this.endpoint = endpoint;
    this.type = type;
    this.count = new RelatedCount(minimum, maximum);
  }

  @Override
  public String name() {
    return name;
  }

  /**
   * Returns what the related applications tell, each of them, in the order of their relations.
   *
   * @throws StatusException when they are too few or too many, or one tells something else, which
   *     an operator has to change; or when one has told nothing yet, for which there is to wait
   */
  public List<R> data() {
    List<Relation> relations = RelatedCount.living(context, endpoint);
    requireCount(relations.size());
    List<R> data = new ArrayList<>();
    List<String> silent = new ArrayList<>();
    for (Relation relation : relations) {
      LoadResult<R> result = relation.applicationBag().read(type);
      if (!result.errors().isEmpty()) {
        throw invalid(relation, result.errors());
      }
      Optional<R> told = result.value();
      if (told.isPresent()) {
        data.add(told.get());
      } else {
        silent.add(relation.application());
      }
    }
    if (!silent.isEmpty()) {
      throw new StatusException(
          Status.waiting(
              "Waiting for data from " + String.join(", ", silent) + " on " + endpoint + "."));
    }
    return List.copyOf(data);
  }

  /** Returns active when {@link #data} has it all, and otherwise what is wrong. */
  @Override
  public Status status() {
    data();
    return Status.active();
  }

  /** Returns the changed and broken events of its endpoint. */
  @Override
  public List<EventSource<? extends HookEvent>> events() {
    RelationEvents on = context.events().relation(endpoint);
    return List.of(on.changed(), on.broken());
  }

  private void requireCount(int related) {
    if (related >= count.minimum() && related <= count.maximum()) {
      return;
    }
    String bound =
        count.minimum() == count.maximum()
            ? "exactly " + count.minimum()
            : related < count.minimum()
                ? "at least " + count.minimum()
                : "at most " + count.maximum();
    throw new StatusException(
        Status.blocked(
            "Expected data from " + bound + " related applications - got " + related + "."));
  }

  private StatusException invalid(Relation relation, List<FieldError> errors) {
    StringBuilder text = new StringBuilder("Data from ").append(relation.application());
    text.append(" on ").append(endpoint).append(" is invalid: ");
    String comma = "";
    for (FieldError error : errors) { // they quote no values
      text.append(comma).append(error);
      comma = ", ";
    }
    return new StatusException(Status.blocked(text.append('.').toString()));
  }
}
