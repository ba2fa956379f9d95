package dev.charmsignals.examples.together;

import dev.charmsignals.testkit.world.HookRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a hook must not leave behind, however it ended: files in its charm, or a socket. */
final class Leftovers {

  /** What an agent adds to what it unpacks. */
  private static final Set<String> BY_JUJU = Set.of("revision", ".juju-charm");

  private final SortedMap<String, Long> charm;

  Leftovers(Path charm) {
    this.charm = sizes(charm);
  }

  /** Returns a complaint for each. */
  List<String> of(HookRecord hook) {
    List<String> complaints = new ArrayList<>();
    Path socket = Path.of(hook.environment().getOrDefault("JUJU_AGENT_SOCKET_ADDRESS", ""));
    if (Files.exists(socket)) {
      complaints.add(hook + " left its socket");
    }
    SortedMap<String, Long> now =
        sizes(Path.of(hook.environment().getOrDefault("JUJU_CHARM_DIR", "")));
    now.keySet().removeAll(BY_JUJU);
    if (!now.equals(charm)) {
      complaints.add("%s left its charm directory with %s".formatted(hook, now));
    }
    return complaints;
  }

  private static SortedMap<String, Long> sizes(Path directory) {
    SortedMap<String, Long> sizes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        sizes.put(directory.relativize(file).toString(), Files.size(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sizes;
  }
}
