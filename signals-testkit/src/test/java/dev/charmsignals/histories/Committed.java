package dev.charmsignals.histories;

import dev.charmsignals.testkit.world.Change;
import dev.charmsignals.testkit.world.HookRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A hook that was committed, taken apart.
 *
 * @param hook the hook
 * @param unit whose hook it was
 * @param attempt what was noted in it
 * @param notes those notes that its commit made true
 */
record Committed(HookRecord hook, Incarnation unit, Notebook.Attempt attempt, List<Note> notes) {

  static Committed of(HookRecord hook, Incarnation unit, Notebook.Attempt attempt) {
    List<Note> notes = new ArrayList<>();
    String mark = attempt.number() + ":";
    for (Change change : hook.changes()) {
      if (change.where().equals("state") && change.key().equals(Chatter.EFFECTS)) {
        String line = change.after().orElse("");
        if (line.startsWith(mark)) {
          for (String number : line.substring(mark.length() + 1).split(" ")) {
            notes.add(attempt.notes().get(Integer.parseInt(number)));
          }
        }
      }
    }
    return new Committed(hook, unit, attempt, notes);
  }

  /** Returns the changes of charm state. */
  List<Change> ofState() {
    List<Change> changes = new ArrayList<>();
    for (Change change : hook.changes()) {
      if (change.where().equals("state")) {
        changes.add(change);
      }
    }
    return changes;
  }

  /** Returns the changes of bags by where they are, such as {@code talk:3 a/0}. */
  Map<String, List<Change>> ofBags() {
    Map<String, List<Change>> changes = new LinkedHashMap<>();
    for (Change change : hook.changes()) {
      if (!change.where().equals("state")) {
        changes.computeIfAbsent(change.where(), key -> new ArrayList<>()).add(change);
      }
    }
    return changes;
  }

  <T extends Note> List<T> notes(Class<T> kind) {
    List<T> found = new ArrayList<>();
    for (Note note : notes) {
      if (kind.isInstance(note)) {
        found.add(kind.cast(note));
      }
    }
    return found;
  }
}
