package dev.charmsignals.pebble;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** What Pebble does in the background. */
public final class Changes {

  /** A request for longer is made of several, so that a lost daemon is noticed in between. */
  private static final Duration ONE_WAIT = Duration.ofSeconds(20);

  private final Daemon daemon;

  Changes(Daemon daemon) {
    this.daemon = daemon;
  }

  /** Returns the changes that are not over, in no order. */
  public List<Change> inProgress() {
    return list("in-progress");
  }

  /** Returns all changes that Pebble remembers, in no order. */
  public List<Change> all() {
    return list("all");
  }

  private List<Change> list(String select) {
    return Fields.listOf("a change", daemon.get("/v1/changes?select=" + select)).stream()
        .map(Change::of)
        .toList();
  }

  /**
   * Returns a change as it is now.
   *
   * @throws PebbleApiException with status 404 when there is none, or none any more
   */
  public Change get(String id) {
    return Change.of(Fields.of("a change", daemon.get(path(id))));
  }

  /**
   * Waits until a change is over.
   *
   * @throws PebbleChangeException when it has failed
   * @throws PebbleTimeoutException when it is not over in time; it goes on
   */
  public Change await(String id, Duration limit) {
    Change change = awaitReady(id, limit);
    if (change.error().isPresent()) {
      throw new PebbleChangeException(change.error().get(), change);
    }
    return change;
  }

  /** Waits until a change is over, well or badly. */
  Change awaitReady(String id, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      // Not less than a millisecond: no time at all would mean for ever.
      long left = Math.max(1, (end - System.nanoTime()) / 1_000_000);
      Duration wait = Duration.ofMillis(Math.min(left, ONE_WAIT.toMillis()));
      String target =
          new Query(path(id) + "/wait").with("timeout", GoDuration.text(wait)).toString();
      try {
        return Change.of(Fields.of("a change", daemon.get(target, wait.plus(daemon.timeout()))));
      } catch (PebbleApiException e) {
        if (e.statusCode() != 504) {
          throw e;
        }
      }
      if (System.nanoTime() >= end) {
        throw new PebbleTimeoutException("Change " + id + " of Pebble", limit);
      }
    }
  }

  /** Asks for a change to be given up; it takes a moment until it is over. */
  public Change abort(String id) {
    return Change.of(
        Fields.of("a change", daemon.post(path(id), "{\"action\":\"abort\"}").result()));
  }

  RuntimeException failure(IOException e) {
    return daemon.failure("an order to a command", daemon.timeout(), e);
  }

  private static String path(String id) {
    return "/v1/changes/" + id;
  }
}
