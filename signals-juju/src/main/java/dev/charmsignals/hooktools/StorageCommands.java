package dev.charmsignals.hooktools;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The commands of storage and resources (contract §2.18). */
public final class StorageCommands {

  private final CommandRunner runner;

  StorageCommands(CommandRunner runner) {
    this.runner = runner;
  }

  /** Runs {@code storage-list}: the ids of all storage of this unit, such as {@code data/0}. */
  public List<String> list() {
    return runner.list("storage-list", "--format", "json");
  }

  /** Runs {@code storage-list} for the storage of one name. */
  public List<String> list(String name) {
    return runner.list("storage-list", "--format", "json", "--", name);
  }

  /** Runs {@code storage-get}: what kind it is, and where. */
  public ReportedStorage get(String id) {
    AnswerObject answer = runner.object("storage-get", "-s", id, "--format", "json");
    Optional<String> location = answer.text("location");
    if (location.isEmpty()) {
      throw HookToolException.unreadable(
          "storage-get", new MalformedAnswerException("It names no location"));
    }
    return new ReportedStorage(answer.text("kind").orElse(""), Path.of(location.get()));
  }

  /** Runs {@code storage-add}: asks for more storage of a name, when the hook succeeds. */
  public void add(String name, int count) {
    runner.run("storage-add", null, "--", name + "=" + count);
  }

  /** Runs {@code resource-get}: fetches a resource of the charm, and returns the file. */
  public Path resource(String name) {
    return Path.of(runner.text("resource-get", "--", name).strip());
  }
}
