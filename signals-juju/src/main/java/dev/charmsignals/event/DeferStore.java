package dev.charmsignals.event;

import dev.charmsignals.defer.DeferQueue;
import dev.charmsignals.json.MalformedException;
import dev.charmsignals.model.HookSession;
import dev.charmsignals.model.Participant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The deferred events of this unit during one hook: read from charm state when first needed, put
 * back by a rollback, handed over when the hook succeeds.
 */
final class DeferStore implements Participant<DeferQueue> {

  /** No endpoint begins with a dot, so that no key of the bus is like it. */
  static final String KEY = "charm-signals/.deferred";

  private final HookSession session;
  private @Nullable DeferQueue stored;
  private @Nullable DeferQueue now;
  private boolean saves;

  DeferStore(HookSession session) {
    this.session = session;
  }

  DeferQueue get() {
    DeferQueue known = now;
    if (known == null) {
      known = load();
      stored = known;
      now = known;
      session.enlist(this);
    }
    return known;
  }

  void set(DeferQueue queue) {
    get();
    now = queue;
    if (!saves) {
      // Registered anew after each saving: what else is done at the end of a hook may defer, too.
      saves = true;
      session.beforeCommit(new Save());
    }
  }

  private DeferQueue load() {
    Optional<String> text = session.state().get(KEY);
    if (text.isEmpty()) {
      return DeferQueue.EMPTY;
    }
    try {
      return DeferQueue.parse(text.get());
    } catch (MalformedException e) {
      // Only this charm writes here, so somebody meddled; failing would stop the unit for good.
      LoggerFactory.getLogger(DeferStore.class)
          .error("Charm state {} cannot be read: all events that it held are lost", KEY);
      return DeferQueue.EMPTY;
    }
  }

  @Override
  public DeferQueue mark() {
    return get();
  }

  @Override
  public void reset(DeferQueue mark) {
    now = mark;
  }

  private final class Save implements Runnable {
    @Override
    public void run() {
      saves = false;
      DeferQueue queue = get();
      if (!queue.equals(stored)) {
        session.state().put(KEY, queue.text());
        stored = queue;
      }
    }
  }
}
