package dev.charmsignals.charm;

import dev.charmsignals.bus.SignalEndpoints;
import dev.charmsignals.event.Events;
import dev.charmsignals.event.Observers;
import dev.charmsignals.hook.HookEnvironment;
import dev.charmsignals.model.HookSession;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Everything one hook knows, handed to the charm's constructor. */
public final class CharmContext {

  private final HookSetting setting;
  private final HookSession session;
  private final Events events;
  private final Observers observers;
  private final SignalEndpoints signals;
  private final Set<Class<?>> claimed = new HashSet<>(2);

  CharmContext(HookSetting setting, HookSession session, Observers observers) {
    this.setting = setting;
    this.session = session;
    this.events = new Events(session.declared());
    this.observers = observers;
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

  /** Returns the model's name. */
  public Optional<String> modelName() {
    return environment().modelName();
  }

  /** Returns the model's UUID. */
  public Optional<String> modelUuid() {
    return environment().modelUuid();
  }

  /** Returns the agent's version, such as {@code 3.6.28}. */
  public Optional<String> jujuVersion() {
    return environment().jujuVersion();
  }

  /** Returns the endpoints that carry this charm's signals, for parts that observe them. */
  public SignalEndpoints signals() {
    return signals;
  }

  /** Returns what can be observed, for parts of a charm that are classes of their own. */
  public Events events() {
    return events;
  }

  /** Returns where such a part registers its handlers, in the charm's constructor. */
  public Observers observers() {
    return observers;
  }

  /**
   * Notes that this charm has a part of a kind of which it can have one only.
   *
   * @return false when it has one already
   */
  public boolean claim(Class<?> kind) {
    return claimed.add(kind);
  }
}
