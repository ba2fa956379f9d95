package dev.charmsignals.charm;

import dev.charmsignals.bus.SignalEndpoints;
import dev.charmsignals.event.Events;
import dev.charmsignals.event.Observers;
import dev.charmsignals.hook.HookEnvironment;
import dev.charmsignals.model.HookSession;
import java.nio.file.Path;
import java.util.Optional;

/** Everything one hook knows, handed to the charm's constructor. */
public final class CharmContext {

  private final HookSetting setting;
  private final HookSession session;
  private final Events events;
  private final Observers observers;
  private final SignalEndpoints signals;

  CharmContext(HookSetting setting, HookSession session, Observers observers) {
    this.setting = setting;
    this.session = session;
    this.events = new Events(session.endpoints());
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

  SignalEndpoints signals() {
    return signals;
  }

  Events events() {
    return events;
  }

  Observers observers() {
    return observers;
  }
}
