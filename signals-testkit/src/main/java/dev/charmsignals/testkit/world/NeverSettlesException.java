package dev.charmsignals.testkit.world;

import dev.charmsignals.CharmSignalsException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The world does not come to rest: hooks keep making other hooks due.
 *
 * <p>Mostly two charms that answer each other's every write with another one.
 */
public final class NeverSettlesException extends CharmSignalsException {

  private final int limit;
  private final List<HookRecord> lastHooks;

  NeverSettlesException(int limit, List<HookRecord> lastHooks) {
    super(
        "Still not settled after %d hooks; the last ones were:\n%s"
            .formatted(
                limit,
                lastHooks.stream()
                    .map(hook -> "  " + hook + " " + hook.changes())
                    .collect(Collectors.joining("\n"))));
    this.limit = limit;
    this.lastHooks = List.copyOf(lastHooks);
  }

  /** Returns how many hooks were run in vain. */
  public int limit() {
    return limit;
  }

  /** Returns the last of them, which show the circle. */
  public List<HookRecord> lastHooks() {
    return lastHooks;
  }
}
