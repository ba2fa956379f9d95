package dev.charmsignals.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.testkit.command.HookCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What docs/explanation/the-simulated-juju.md says of hook commands is so. */
@Tag("any-jdk")
class SimulatedJujuPageTest {

  /** What Juju 2.9 and 3 have, and Juju 4 has not. */
  private static final List<String> DROPPED =
      List.of(
          "add-metric",
          "k8s-raw-get",
          "k8s-raw-set",
          "k8s-spec-get",
          "k8s-spec-set",
          "leader-get",
          "leader-set",
          "payload-register",
          "payload-status-set",
          "payload-unregister",
          "pod-spec-get",
          "pod-spec-set");

  private static final Pattern COMMAND = Pattern.compile("`([a-z0-9]+(?:-[a-z0-9]+)+)`");

  @Test
  void namesTheCommandsThatJuju4HasDroppedAndNoCharmFindsHere() throws IOException {
    String page = Files.readString(Page.root().resolve("docs/explanation/the-simulated-juju.md"));
    String section = page.split("\n## What it does not do\n")[1];
    Set<String> named = new TreeSet<>();
    COMMAND.matcher(section).results().forEach(found -> named.add(found.group(1)));
    Set<String> carried = new TreeSet<>(new HookCommands().names());
    carried.retainAll(DROPPED);

    named.retainAll(DROPPED);
    assertEquals(DROPPED, List.copyOf(named));
    assertEquals(Set.of(), carried);
  }
}
