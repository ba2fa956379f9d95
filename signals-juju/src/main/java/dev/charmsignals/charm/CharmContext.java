package dev.charmsignals.charm;

import dev.charmsignals.bus.SignalEndpoints;
import dev.charmsignals.event.Events;
import dev.charmsignals.event.Observers;
import dev.charmsignals.event.StatusCollection;
import dev.charmsignals.hook.HookEnvironment;
import dev.charmsignals.hook.JujuVersion;
import dev.charmsignals.model.HookSession;
import dev.charmsignals.model.Model;
import dev.charmsignals.model.Stored;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything one hook knows, handed to the charm's constructor. */
public final class CharmContext {

  private final HookSetting setting;
  private final HookSession session;
  private final Events events;
  private final Observers observers;
  private final @Nullable Breakpoints breakpoints;
  private final SignalEndpoints signals;
  private final StatusCollection statuses;
  private final Set<Object> claimed = new HashSet<>(2);

  CharmContext(
      HookSetting setting,
      HookSession session,
      Observers observers,
      @Nullable Breakpoints breakpoints) {
    this.breakpoints = breakpoints;
    this.setting = setting;
    this.session = session;
    this.events = new Events(session.declared());
    this.observers = observers;
    this.statuses = new StatusCollection(session, observers);
    this.signals = new SignalEndpoints(session, observers, setting.clock(), setting.ids());
  }

  /** Returns what this hook reads and will write. */
  public HookSession session() {
    return session;
  }

  /** Returns what Juju told this process when it started it. */
  public HookEnvironment environment() {
    return session.environment();
  }

  /** Returns the directory that the charm was unpacked to. */
  public Path charmDirectory() {
    return setting.charmDirectory();
  }

  /** Returns the model that this unit is in. */
  public Model model() {
    return session.model();
  }

  /**
   * Declares what a library remembers from hook to hook; as {@code Charm.stored}, for who is handed
   * the context. Called once for each owner, while the charm is constructed.
   *
   * @throws dev.charmsignals.model.StoredStateException when another owner has the name
   */
  public <R extends Record> Stored<R> stored(String owner, R initial) {
    return session.stored(owner, initial);
  }

  /** Returns the model's name. */
  public Optional<String> modelName() {
    return environment().modelName();
  }

  /** Returns the model's UUID. */
  public Optional<String> modelUuid() {
    return environment().modelUuid();
  }

  /** Returns the agent's version; empty when Juju does not say. */
  public Optional<JujuVersion> jujuVersion() {
    return environment().jujuVersion();
  }

  /** Returns the endpoints that carry this charm's signals, for parts that observe them. */
  public SignalEndpoints signals() {
    return signals;
  }

  /** Returns those who are asked for statuses, where a part registers that has something to say. */
  public StatusCollection statuses() {
    return statuses;
  }

  /** Returns what can be observed, for parts of a charm that are classes of their own. */
  public Events events() {
    return events;
  }

  /** Returns where such a part registers its handlers, in the charm's constructor. */
  public Observers observers() {
    return observers;
  }

  /** Waits for a debugger where that is asked for, as {@link Charm#breakpoint} does. */
  public void breakpoint(String name) {
    Breakpoints.check(name);
    if (breakpoints != null) {
      breakpoints.at(name);
    }
  }

  /**
   * Notes that this charm has a part of which it can have one only.
   *
   * @param part what is unique: the class of the part, or a name that it keeps things under
   * @return false when it has one already
   */
  public boolean claim(Object part) {
    return claimed.add(part);
  }
}
