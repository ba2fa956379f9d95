package dev.charmsignals.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.EventSource;
import dev.charmsignals.model.Stored;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import java.util.Map;
import java.util.Optional;

/** The code of docs/how-to/stored-state.md. */
class StoredStateTest {

  // region record
  record Backups(int made, Optional<String> lastFailure) {}

  // endregion

  static final class Database extends Charm {

    // region declare
    private final Stored<Backups> backups = stored("backups", new Backups(0, Optional.empty()));

    // endregion

    Database(CharmContext context) {
      super(context);
      observe(on().updateStatus(), event -> backUp());
    }

    // region use
    private void backUp() {
      backups.update(now -> new Backups(now.made() + 1, Optional.empty()));
      state().put("tries", Integer.toString(backups.get().made()));
    }
    // endregion
  }

  // region migrate
  record NewBackups(String made) {}

  static final class NewDatabase extends Charm {

    private final Stored<NewBackups> backups =
        stored("backups", new NewBackups("none"))
            .migratedBy(older -> new NewBackups(older.get("made") + " until the upgrade"));

    // endregion

    NewDatabase(CharmContext context) {
      super(context);
      observe(on().updateStatus(), event -> backups.get());
    }
  }

  // region library
  /** Counts how often a hook came, for any charm that has one of these. */
  static final class HookCounter {

    record Count(int hooks) {}

    private final Stored<Count> count;

    HookCounter(CharmContext context, String name, EventSource<?> source) {
      count = context.stored("com.example.counter/" + name, new Count(0));
      context.observers().observe(source, event -> count.update(now -> new Count(now.hooks() + 1)));
    }
  }

  // endregion

  static final class Counted extends Charm {

    Counted(CharmContext context) {
      super(context);
      new HookCounter(context, "beats", on().updateStatus());
    }
  }

  @SimulatedJujuTest
  void outlivesHooksAndUpgrades(SimulatedJuju juju) {
    juju.deploy("db", CharmUnderTest.inProcess(Database::new, "name: db"));
    juju.settle();
    juju.unit("db/0").updateStatus().run("update-status");
    juju.application("db").refresh(CharmUnderTest.inProcess(NewDatabase::new, "name: db"));
    juju.settle();
    juju.unit("db/0").updateStatus().run("update-status");

    assertEquals(
        Map.of(
            "charm-signals/.stored/backups",
            "{\"last-failure\":null,\"made\":\"1 until the upgrade\"}",
            "tries",
            "1"),
        juju.unit("db/0").state());
  }

  @SimulatedJujuTest
  void isALibrarysTooUnderItsOwnName(SimulatedJuju juju) {
    juju.deploy("db", CharmUnderTest.inProcess(Counted::new, "name: db"));
    juju.settle();
    juju.unit("db/0").updateStatus().run("update-status");

    assertEquals(
        Map.of("charm-signals/.stored/com.example.counter/beats", "{\"hooks\":1}"),
        juju.unit("db/0").state());
  }
}
