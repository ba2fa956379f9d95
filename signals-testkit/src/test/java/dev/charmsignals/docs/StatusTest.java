package dev.charmsignals.docs;

import static dev.charmsignals.model.Status.active;
import static dev.charmsignals.model.Status.blocked;
import static dev.charmsignals.model.Status.waiting;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.CollectStatusEvent;
import dev.charmsignals.record.LoadResult;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.command.WorkloadStatus;

/** The code of docs/how-to/status.md. */
class StatusTest {

  record Settings(int port) {

    Settings {
      if (port < 1024) {
        throw new IllegalArgumentException("port must be at least 1024");
      }
    }
  }

  private static final String METADATA = "name: shop\nrequires:\n  db: {interface: database}";
  private static final String OPTIONS = "options:\n  port: {type: int, default: 80}";

  static final class Shop extends Charm {

    // region observe
    Shop(CharmContext context) {
      super(context);
      observe(on().collectUnitStatus(), this::configStatus);
      observe(on().collectUnitStatus(), this::databaseStatus);
      observe(on().collectApplicationStatus(), event -> event.add(active("open")));
    }

    // endregion

    // region collect
    private void databaseStatus(CollectStatusEvent event) {
      event.add(relations("db").isEmpty() ? waiting("for a database") : active());
    }

    private void configStatus(CollectStatusEvent event) {
      LoadResult<Settings> settings = config().read(Settings.class);
      settings.errors().forEach(error -> event.add(blocked(error.toString())));
    }
    // endregion
  }

  @SimulatedJujuTest
  void showsTheMostUrgent(SimulatedJuju juju) {
    juju.deploy("shop", CharmUnderTest.inProcess(Shop::new, METADATA, OPTIONS));
    juju.settle();
    WorkloadStatus wrong = juju.unit("shop/0").status();
    juju.application("shop").config("port", 8080);
    juju.settle();

    assertEquals(new WorkloadStatus("blocked", "port must be at least 1024"), wrong);
    assertEquals(new WorkloadStatus("waiting", "for a database"), juju.unit("shop/0").status());
    assertEquals(new WorkloadStatus("active", "open"), juju.application("shop").status());
  }
}
