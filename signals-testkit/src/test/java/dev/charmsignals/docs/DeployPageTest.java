package dev.charmsignals.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.signal.ObjectSignals;
import dev.charmsignals.signal.Signal;
import dev.charmsignals.signal.SignalSource;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedRelation;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the page on deploying tells operators to look for is what they find. */
class DeployPageTest {

  private static final Pattern HINT = Pattern.compile("Look for (.+?) in the log");
  private static final Pattern WORDS = Pattern.compile("`([^`]+)`");

  private static final CharmUnderTest TALKER =
      CharmUnderTest.inProcess(Talker::new, "{name: talker, provides: {talk: {interface: talk}}}");
  private static final CharmUnderTest LISTENER =
      CharmUnderTest.inProcess(
          Listener::new, "{name: listener, requires: {talk: {interface: talk}}}");

  record Tick(String what) implements Signal {}

  static final class Ticks extends ObjectSignals {
    final SignalSource<Tick> tick = source(Tick.class);
  }

  /** Says something in each update-status. */
  static final class Talker extends Charm {
    private final Ticks ticks = signals(new Ticks(), "talk");

    Talker(CharmContext context) {
      super(context);
      observe(on().updateStatus(), event -> ticks.tick.emit(new Tick("tick")));
    }
  }

  static final class Listener extends Charm {

    Listener(CharmContext context) {
      super(context);
      observe(signals(new Ticks(), "talk").tick, event -> {});
    }
  }

  private static List<String> wordsToLookFor() throws IOException {
    String page = Files.readString(Page.root().resolve("docs/how-to/deploy-a-charm.md"));
    String hint = HINT.matcher(page).results().findFirst().orElseThrow().group(1);
    return WORDS.matcher(hint).results().map(found -> found.group(1)).toList();
  }

  @SimulatedJujuTest
  void namesTheWordsByWhichTheLogTellsOfSignalsThatDoNotArrive(SimulatedJuju juju)
      throws IOException {
    juju.deploy("talker", TALKER);
    juju.deploy("listener", LISTENER);
    SimulatedRelation relation = juju.integrate("talker:talk", "listener:talk");
    juju.settle();
    juju.unit("listener/0").hold();
    for (int i = 0; i < 3; i++) {
      juju.unit("talker/0").updateStatus();
      juju.settle();
    }
    relation.tamper("talker/0", Map.of("signal-1", "no entry", "signal-2", ""));
    juju.unit("listener/0").release();
    juju.settle();

    List<String> words = wordsToLookFor();
    List<List<String>> found =
        juju.unit("listener/0").logs().stream()
            .filter(line -> line.level().name().equals("WARNING"))
            .flatMap(lines -> lines.text().lines())
            .map(line -> words.stream().filter(line::contains).toList())
            .toList();

    assertEquals(2, words.size());
    assertEquals(List.of(List.of(words.get(0)), List.of(words.get(1))), found);
  }
}
