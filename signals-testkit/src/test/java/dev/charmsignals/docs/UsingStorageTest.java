package dev.charmsignals.docs;

import static dev.charmsignals.model.Status.active;
import static dev.charmsignals.model.Status.blocked;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.LifecycleEvent;
import dev.charmsignals.event.StorageEvent;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedUnit;
import dev.charmsignals.testkit.command.WorkloadStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** What the page on storage and resources shows. */
class UsingStorageTest {

  private static final String STORE =
      """
      name: store
      storage:
        data:
          type: filesystem
          location: /srv/data
          multiple: {range: 1-3}
      resources:
        tool: {type: file, filename: tool.bin}
      """;

  @TempDir Path directory;

  // region test
  @SimulatedJujuTest
  void usesItsStorageFromInstallOn(SimulatedJuju juju) throws IOException {
    Path tool = Files.writeString(directory.resolve("tool.bin"), "#!/bin/sh");
    juju.deploy("store", CharmUnderTest.inProcess(Store::new, STORE)).resource("tool", tool);
    SimulatedUnit unit = juju.unit("store/0");

    juju.settle();

    Path data = Path.of(unit.storages().get(0).location());
    assertEquals("#!/bin/sh", Files.readString(data.resolve("tool")));
    assertEquals(new WorkloadStatus("active", "1 disks"), unit.status());
  }

  // endregion

  @SimulatedJujuTest
  void asksForMoreWhenItIsFull(SimulatedJuju juju) throws IOException {
    Path tool = Files.writeString(directory.resolve("tool.bin"), "#!/bin/sh");
    juju.deploy("store", CharmUnderTest.inProcess(Store::new, STORE)).resource("tool", tool);
    juju.settle();

    juju.unit("store/0").updateStatus();
    juju.settle();

    assertEquals(new WorkloadStatus("active", "2 disks"), juju.unit("store/0").status());
  }

  private static final class Store extends Charm {

    // region storage
    Store(CharmContext context) {
      super(context);
      observe(on().storage("data").attached(), this::mount);
      observe(on().storage("data").detaching(), this::flush);
      observe(on().install(), this::install);
      observe(on().updateStatus(), this::grow);
    }

    private void mount(StorageEvent.Attached event) throws IOException {
      Files.writeString(event.storage().location().resolve("owner"), unit().name().value());
      unit().setStatus(active(storages().named("data").size() + " disks"));
    }

    private void flush(StorageEvent.Detaching event) {
      unit().setStatus(blocked("storage %s is going".formatted(event.storage().id())));
    }

    private void grow(LifecycleEvent.UpdateStatus event) {
      if (storages().named("data").size() < 2) {
        storages().request("data", 1);
      }
    }

    // endregion

    // region resource
    private void install(LifecycleEvent.Install event) throws IOException {
      Path tool = resources().path("tool");
      Path data = storages().named("data").get(0).location();
      Files.copy(tool, data.resolve("tool"));
    }
    // endregion
  }
}
