package dev.charmsignals.examples.sidecar;

import static dev.charmsignals.model.Status.active;
import static dev.charmsignals.model.Status.blocked;
import static dev.charmsignals.model.Status.maintenance;
import static dev.charmsignals.model.Status.waiting;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.charm.CharmMain;
import dev.charmsignals.event.ActionEvent;
import dev.charmsignals.event.HookEvent;
import dev.charmsignals.event.WorkloadEvent.CheckFailed;
import dev.charmsignals.event.WorkloadEvent.CustomNotice;
import dev.charmsignals.pebble.Check;
import dev.charmsignals.pebble.Container;
import dev.charmsignals.pebble.ExecCommand;
import dev.charmsignals.pebble.FileOptions;
import dev.charmsignals.pebble.Layer;
import dev.charmsignals.pebble.PebbleChangeException;
import dev.charmsignals.pebble.PebbleExecException;
import dev.charmsignals.pebble.Service;
import java.time.Duration;
import java.util.Optional;

/** Runs a web server in the container {@code web}. */
public final class SidecarCharm extends Charm {

  private final Container web = container("web");

  /** Called by {@link CharmMain} for every hook. */
  public SidecarCharm(CharmContext context) {
    super(context);
    // region observe
    observe(on().container("web").pebbleReady(), this::configure);
    observe(on().configChanged(), this::configure);
    observe(on().container("web").checkFailed(), this::onCheckFailed);
    observe(on().container("web").checkRecovered(), this::configure);
    observe(on().container("web").customNotice(), this::onNotice);
    // endregion
    observe(on().action("backup"), this::backup);
  }

  // region configure
  private void configure(HookEvent event) {
    if (!web.canConnect()) {
      unit().setStatus(waiting("waiting for the container web"));
      return; // pebble-ready comes when it is up
    }
    Optional<Settings> settings = config().loadOrBlock(Settings.class);
    if (settings.isEmpty()) {
      return;
    }
    FileOptions readable = FileOptions.usual().withParents().mode(0644);
    web.files().push("/srv/web/index.html", settings.get().greeting() + "\n", readable);
    web.addLayer("charm", layer(settings.get()));
    try {
      web.replan();
      unit().setStatus(active());
    } catch (PebbleChangeException failure) {
      unit().setStatus(blocked("the web server does not start; see the log"));
    }
  }

  // endregion

  // region layer
  private static Layer layer(Settings settings) {
    return Layer.empty()
        .service(
            "web",
            Service.replacing("web --root /srv/web")
                .enabled()
                .environment("PORT", Integer.toString(settings.port()))
                .onFailure("restart"))
        .check(
            "up",
            Check.http("http://localhost:%d/health".formatted(settings.port()))
                .ready()
                .period(Duration.ofSeconds(10))
                .threshold(3));
  }

  // endregion

  // region events
  private void onCheckFailed(CheckFailed event) {
    // The hook comes a little later than the failure, and the server may be well again.
    if (event.check().map(check -> !check.isUp()).orElse(false)) {
      unit().setStatus(maintenance("the web server does not answer"));
    }
  }

  private void onNotice(CustomNotice event) {
    if (event.noticeKey().equals("example.com/disk-full")) {
      String disk = event.notice().map(notice -> notice.lastData().get("disk")).orElse("a disk");
      unit().setStatus(blocked(disk + " is full"));
    }
  }

  // endregion

  // region exec
  private void backup(ActionEvent event) {
    ExecCommand command =
        ExecCommand.of("web", "backup", "--to", "/srv/backup.tar")
            .workingDirectory("/srv")
            .timeout(Duration.ofMinutes(5));
    try {
      event.result("file", web.run(command).stdout().strip());
    } catch (PebbleExecException failure) {
      event.fail("the backup ended with exit code " + failure.exitCode());
    }
  }

  // endregion

  /** Started by {@code dispatch}. */
  public static void main(String[] arguments) {
    CharmMain.run(SidecarCharm::new);
  }
}
