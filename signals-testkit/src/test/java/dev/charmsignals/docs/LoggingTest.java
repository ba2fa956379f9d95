package dev.charmsignals.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.LifecycleEvent;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The code of docs/how-to/log.md. */
class LoggingTest {

  private static final CharmUnderTest FETCHER =
      CharmUnderTest.inProcess(
          Fetcher::new,
          """
          name: fetcher
          config:
            options:
              version: {type: string, default: ""}
          """);

  // region test
  @SimulatedJujuTest
  void saysWhatItFetches(SimulatedJuju juju) {
    juju.deploy("fetcher", FETCHER).config("version", "2.1");
    juju.settle();

    assertEquals(
        List.of("INFO Fetcher: fetches 2.1"),
        juju.unit("fetcher/0").logs().stream()
            .filter(record -> record.text().startsWith("Fetcher: "))
            .map(record -> record.level() + " " + record.text())
            .toList());
  }
  // endregion
}

// region log
final class Fetcher extends Charm {
  private static final Logger LOG = LoggerFactory.getLogger(Fetcher.class);

  Fetcher(CharmContext context) {
    super(context);
    observe(on().configChanged(), this::fetch);
  }

  private void fetch(LifecycleEvent.ConfigChanged event) {
    String version = config().string("version").orElse("");
    LOG.debug("asked to fetch \"{}\"", version);
    if (version.isEmpty()) {
      LOG.warn("no version is configured, so nothing is fetched");
      return;
    }
    LOG.info("fetches {}", version);
  }
}
// endregion
