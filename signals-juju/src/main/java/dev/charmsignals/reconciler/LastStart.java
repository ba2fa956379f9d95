package dev.charmsignals.reconciler;

import dev.charmsignals.hash.Fingerprint;
import dev.charmsignals.model.HookSession;
import dev.charmsignals.pebble.Check;
import dev.charmsignals.pebble.Layer;
import dev.charmsignals.pebble.LogTarget;
import dev.charmsignals.pebble.Plan;
import dev.charmsignals.pebble.Service;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What the services of a component were started with, in charm state: a hash of the files and one
 * of the layer, since both may hold secrets, under {@code charm-signals/.pebble-service/<name>/}.
 *
 * <p>A hook that fails takes back what it kept here, and not what it did in the container. So each
 * hash is kept after the deed, and where it is another one, or none, the deed is done again.
 */
final class LastStart {

  private static final String FILES = "files";
  private static final String LAYER = "layer";

  private final HookSession session;
  private final String prefix;

  LastStart(HookSession session, String component) {
    this.session = session;
    this.prefix = "charm-signals/.pebble-service/".concat(component).concat("/");
  }

  /** Returns the hash of files; of no files it is empty, so that nothing has to be kept of them. */
  String hashOf(List<WantedFile.Content> files) {
    Spelling spelling = new Spelling();
    for (WantedFile.Content file : files) {
      spelling.add(file.facts());
    }
    return files.isEmpty() ? "" : hash(spelling);
  }

  /**
   * Returns the hash of a layer together with what Pebble's plan says under the same names. The
   * plan says the same in other words: with defaults, with durations in Go's spelling, merged with
   * other layers. So it is not compared with the layer, but with the plan that was made of it.
   */
  String hashOf(Layer layer, Plan plan) {
    Spelling spelling = new Spelling();
    add(spelling, layer.services(), plan.services(), Service::fields);
    add(spelling, layer.checks(), plan.checks(), Check::fields);
    add(spelling, layer.logTargets(), plan.logTargets(), LogTarget::fields);
    return hash(spelling);
  }

  /** Returns whether files of this hash were there when the services were last started. */
  boolean hadFiles(String hash) {
    return kept(FILES).equals(hash);
  }

  /** Returns whether a layer of this hash was the last one, and all came up that it enables. */
  boolean hadLayer(String hash) {
    return kept(LAYER).equals(hash);
  }

  void keepFiles(String hash) {
    keep(FILES, hash);
  }

  void keepLayer(String hash) {
    keep(LAYER, hash);
  }

  /** Has the next run try again to start what does not run. */
  void forgetLayer() {
    keep(LAYER, "");
  }

  private String kept(String what) {
    return session.state().get(prefix.concat(what)).orElse("");
  }

  private void keep(String what, String hash) {
    if (hash.isEmpty()) {
      session.state().remove(prefix.concat(what));
    } else {
      session.state().put(prefix.concat(what), hash);
    }
  }

  /** Two units that have a password in common keep something else of it (decision 0046). */
  private String hash(Spelling spelling) {
    return Fingerprint.of(
        String.join(
            "\n",
            session.environment().modelUuid().orElse(""),
            session.environment().unit().value(),
            spelling.toString()));
  }

  private static <T> void add(
      Spelling spelling,
      Map<String, T> wanted,
      Map<String, T> planned,
      Function<T, Map<String, Object>> fields) {
    Map<String, Object> section = new HashMap<>();
    for (Map.Entry<String, T> entry : wanted.entrySet()) {
      T there = planned.get(entry.getKey());
      section.put(
          entry.getKey(),
          List.of(
              fields.apply(entry.getValue()),
              there == null ? Map.<String, Object>of() : fields.apply(there)));
    }
    spelling.add(section);
  }
}
