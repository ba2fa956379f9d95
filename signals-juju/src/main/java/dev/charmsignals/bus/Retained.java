package dev.charmsignals.bus;

import dev.charmsignals.json.JsonReader;
import dev.charmsignals.json.JsonWriter;
import dev.charmsignals.json.MalformedException;
import dev.charmsignals.log.Draft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The outbox of an endpoint: the newest signal of each retained source, oldest first. It is what a
 * relation that does not exist yet will get, and what a stream begins with when it must begin anew.
 *
 * @param count how many signals have ever been retained
 * @param kept those that are the newest of their source, in the order of their emission
 */
record Retained(long count, List<Kept> kept) {

  static final Retained NOTHING = new Retained(0, List.of());

  /**
   * One of them.
   *
   * @param number what {@code count} was with it
   * @param draft the signal
   */
  record Kept(long number, Draft draft) {}

  Retained {
    kept = List.copyOf(kept);
  }

  Retained plus(Draft draft) {
    List<Kept> changed = new ArrayList<>(without(draft.name()).kept());
    changed.add(new Kept(count + 1, draft));
    return new Retained(count + 1, changed);
  }

  /** Without what a source has retained that is transient by now, and has a newer signal. */
  Retained without(String name) {
    List<Kept> changed = new ArrayList<>(kept.size());
    for (Kept each : kept) {
      if (!each.draft().name().equals(name)) {
        changed.add(each);
      }
    }
    return changed.size() == kept.size() ? this : new Retained(count, changed);
  }

  boolean has(String name) {
    return without(name) != this;
  }

  /** Those that were emitted after {@code number} others. */
  List<Draft> since(long number) {
    List<Draft> since = new ArrayList<>();
    for (Kept each : kept) {
      if (each.number() > number) {
        since.add(each.draft());
      }
    }
    return since;
  }

  String text() {
    JsonWriter out = new JsonWriter().startObject().name("count").number(count);
    out.name("kept").startArray();
    for (Kept each : kept) {
      Draft draft = each.draft();
      out.startObject().name("number").number(each.number());
      out.name("name").string(draft.name());
      out.name("snapshot").string(draft.snapshot());
      out.name("at").number(draft.at().getEpochSecond());
      out.name("leader").bool(draft.leader()).endObject();
    }
    return out.endArray().endObject().text();
  }

  static Retained parse(String text) throws MalformedException {
    Map<?, ?> object = JsonReader.readObject(text);
    List<Kept> kept = new ArrayList<>();
    for (Object item : StateFields.list(object, "kept")) {
      if (item instanceof Map<?, ?> draft
          && draft.get("name") instanceof String name
          && draft.get("snapshot") instanceof String snapshot) {
        Instant at = StateFields.time(draft, "at");
        boolean leader = Boolean.TRUE.equals(draft.get("leader"));
        kept.add(
            new Kept(
                StateFields.number(draft, "number"), new Draft(name, snapshot, at, leader, true)));
      }
    }
    return new Retained(StateFields.number(object, "count"), kept);
  }
}
