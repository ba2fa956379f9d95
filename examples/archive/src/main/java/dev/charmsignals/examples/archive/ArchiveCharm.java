package dev.charmsignals.examples.archive;

import static dev.charmsignals.model.Status.active;
import static dev.charmsignals.model.Status.blocked;
import static dev.charmsignals.model.Status.waiting;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.charm.CharmMain;
import dev.charmsignals.event.ActionEvent;
import dev.charmsignals.event.CollectStatusEvent;
import dev.charmsignals.event.DeferrableEvent;
import dev.charmsignals.model.Relation;
import dev.charmsignals.model.Stored;
import dev.charmsignals.record.LoadResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** Backs up a directory to where a related application tells it to, when an operator says so. */
public final class ArchiveCharm extends Charm {

  // region records
  record Settings(String directory, int keep) {}

  record Backups(int made, Optional<String> newest) {}

  record Wanted(int keep, long bytes) {} // what this unit tells its target

  record Target(String path) { // what the target tells

    Target {
      if (!Path.of(path).normalize().startsWith("/mnt")) {
        throw new IllegalArgumentException("path must be below /mnt");
      }
    }
  }

  record BackUp(String label) {}

  record Written(int number, String file) {}

  // endregion

  // region observe
  private final Stored<Backups> backups = stored("backups", new Backups(0, Optional.empty()));
  private final Archiver archiver;

  /** Called for every hook. */
  public ArchiveCharm(CharmContext context, Archiver archiver) {
    super(context);
    this.archiver = archiver;
    observe(on().configChanged(), "configure", this::tellTarget);
    observe(on().relation("target").created(), "new-target", this::tellTarget);
    observe(on().action("back-up"), this::backUp);
    observe(on().collectUnitStatus(), this::status);
  }

  // endregion

  // region defer
  private void tellTarget(DeferrableEvent event) throws IOException {
    Optional<Settings> settings = config().loadOrBlock(Settings.class);
    if (settings.isEmpty()) {
      return; // the unit is blocked, and config-changed comes when the operator corrects it
    }
    OptionalLong bytes = archiver.size(settings.get().directory());
    if (bytes.isEmpty()) {
      event.defer(); // nobody tells a charm that something was mounted
      return;
    }
    for (Relation target : relations("target")) {
      target.ownUnitBag().save(new Wanted(settings.get().keep(), bytes.getAsLong()));
    }
  }

  // endregion

  // region action
  private void backUp(ActionEvent event) throws IOException {
    Optional<String> path = targetPath();
    if (path.isEmpty()) {
      event.fail("there is no target yet; integrate archive:target with one");
      return;
    }
    int number = backups.get().made() + 1;
    String label = event.parameters(BackUp.class).label();
    String file = "%s/%d-%s.tar.gz".formatted(path.get(), number, label);
    event.log("writing " + file);
    archiver.write(config().load(Settings.class).directory(), file);
    backups.set(new Backups(number, Optional.of(file)));
    event.results(new Written(number, file));
  }

  private Optional<String> targetPath() {
    return relations("target").stream()
        .flatMap(target -> target.applicationBag().read(Target.class).value().stream())
        .map(Target::path)
        .findFirst();
  }

  // endregion

  // region status
  private void status(CollectStatusEvent event) throws IOException {
    LoadResult<Settings> settings = config().read(Settings.class);
    settings.errors().forEach(error -> event.add(blocked(error.toString())));
    Optional<String> directory = settings.value().map(Settings::directory);
    if (directory.isPresent() && archiver.size(directory.get()).isEmpty()) {
      event.add(waiting("for " + directory.get()));
    }
    if (targetPath().isEmpty()) {
      event.add(waiting("for a target"));
    }
    event.add(active(backups.get().newest().map(file -> "newest: " + file).orElse("")));
  }

  // endregion

  /** Started by {@code dispatch}. */
  public static void main(String[] arguments) {
    CharmMain.run(context -> new ArchiveCharm(context, new Tar()));
  }
}
