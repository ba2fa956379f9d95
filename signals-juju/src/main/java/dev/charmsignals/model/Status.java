package dev.charmsignals.model;

import java.util.List;
import java.util.Optional;

/**
 * What a unit or application says about its workload, as {@code juju status} shows it.
 *
 * <p>Made by the factories, usually imported statically: {@code unit().setStatus(blocked("no
 * database"))}.
 */
public sealed interface Status {

  /** Returns Juju's word for it, such as {@code blocked}. */
  String word();

  /** Returns the text next to it, which may be empty. */
  String message();

  /** Returns how much it wants a person's attention. */
  default StatusLevel level() {
    return StatusLevel.of(word());
  }

  /** Returns the most urgent of some statuses, the first one of these; empty if there are none. */
  static Optional<Status> mostUrgent(List<Status> statuses) {
    Status most = null;
    for (Status status : statuses) {
      if (most == null || status.level().compareTo(most.level()) > 0) {
        most = status;
      }
    }
    return Optional.ofNullable(most);
  }

  /** Returns a status of the same kind with another message. */
  Status withMessage(String message);

  /**
   * Returns the status of Juju's word for it; empty when no charm can set that, as {@code error}.
   */
  static Optional<Status> of(String word, String message) {
    return switch (word) {
      case "active" -> Optional.of(active(message));
      case "blocked" -> Optional.of(blocked(message));
      case "waiting" -> Optional.of(waiting(message));
      case "maintenance" -> Optional.of(maintenance(message));
      default -> Optional.empty();
    };
  }

  /** The workload runs, and there is nothing to say. */
  static Status active() {
    return new Active("");
  }

  /** The workload runs. */
  static Status active(String message) {
    return new Active(message);
  }

  /** A person has to do something. */
  static Status blocked(String message) {
    return new Blocked(message);
  }

  /** Something else has to happen first, without anybody's help. */
  static Status waiting(String message) {
    return new Waiting(message);
  }

  /** The charm is at work right now; shown at once, because it tells of progress. */
  static Status maintenance(String message) {
    return new Maintenance(message);
  }

  /**
   * The workload runs.
   *
   * @param message the text next to it
   */
  record Active(String message) implements Status {

    @Override
    public String word() {
      return "active";
    }

    @Override
    public Status withMessage(String message) {
      return new Active(message);
    }
  }

  /**
   * A person has to do something.
   *
   * @param message what
   */
  record Blocked(String message) implements Status {

    @Override
    public String word() {
      return "blocked";
    }

    @Override
    public Status withMessage(String message) {
      return new Blocked(message);
    }
  }

  /**
   * Something else has to happen first.
   *
   * @param message what
   */
  record Waiting(String message) implements Status {

    @Override
    public String word() {
      return "waiting";
    }

    @Override
    public Status withMessage(String message) {
      return new Waiting(message);
    }
  }

  /**
   * The charm is at work right now.
   *
   * @param message at what
   */
  record Maintenance(String message) implements Status {

    @Override
    public String word() {
      return "maintenance";
    }

    @Override
    public Status withMessage(String message) {
      return new Maintenance(message);
    }
  }
}
