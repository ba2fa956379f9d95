package dev.charmsignals.reconciler;

import dev.charmsignals.model.Status;
import java.util.Optional;

/** A component that says what it is told to say, and counts how often it is asked. */
final class StubComponent implements Component {

  private final String name;
  private Optional<Status> status;
  int asked;

  StubComponent(String name, Status status) {
    this.name = name;
    this.status = Optional.of(status);
  }

  void say(Status status) {
    this.status = Optional.of(status);
  }

  void sayNothing() {
    this.status = Optional.empty();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean hasStatus() {
    return status.isPresent();
  }

  @Override
  public Status status() {
    asked++;
    return status.orElseThrow();
  }
}
