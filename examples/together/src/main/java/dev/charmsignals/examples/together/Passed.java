package dev.charmsignals.examples.together;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.charmsignals.testkit.world.Change;
import dev.charmsignals.testkit.world.HookRecord;
import dev.charmsignals.testkit.world.LogRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One signal of one emitter, as it came by: when it was written, or when it was heard.
 *
 * @param hook the number of the hook
 * @param relation the relation's number
 * @param emitter the unit that emitted it
 * @param sequence its number in the emitter's stream
 * @param name its name
 */
record Passed(int hook, int relation, String emitter, long sequence, String name) {

  private static final Pattern ENTRY = Pattern.compile("signal-(\\d+)");
  private static final Pattern HEARD = Pattern.compile("heard ([a-z-]+) (\\d+) from (\\S+)");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Returns what a hook emitted: the entries that its commit added to its unit's own databag. */
  static List<Passed> writtenBy(HookRecord hook) {
    List<Passed> written = new ArrayList<>();
    for (Change change : hook.changes()) {
      Matcher entry = ENTRY.matcher(change.key());
      boolean isNew = change.before().isEmpty() && change.after().isPresent();
      if (isNew && change.where().endsWith(" " + hook.unit()) && entry.matches()) {
        String relation = change.where().substring(0, change.where().indexOf(' '));
        written.add(
            new Passed(
                hook.number(),
                Integer.parseInt(relation.substring(relation.indexOf(':') + 1)),
                hook.unit(),
                Long.parseLong(entry.group(1)),
                name(change.after().orElseThrow())));
      }
    }
    return written;
  }

  /** Returns what a hook's handlers were told, by what they logged. */
  static List<Passed> heardBy(HookRecord hook) {
    return hook.logs().stream().flatMap(log -> heardIn(log, hook).stream()).toList();
  }

  /** Returns what one record says that was heard; it may hold several lines. */
  static List<Passed> heardIn(LogRecord log, HookRecord hook) {
    return HEARD
        .matcher(log.text())
        .results()
        .map(
            line ->
                new Passed(
                    hook.number(),
                    hook.hook().relation(),
                    line.group(3),
                    Long.parseLong(line.group(2)),
                    line.group(1)))
        .toList();
  }

  /** Returns the name and number, such as {@code bork 2}. */
  @Override
  public String toString() {
    return name + " " + sequence;
  }

  private static String name(String entry) {
    try {
      return JSON.readTree(entry).path("name").asText();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An emitter wrote what is not JSON", e);
    }
  }
}
