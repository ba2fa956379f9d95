package dev.charmsignals.charm;

import dev.charmsignals.event.Observers;
import dev.charmsignals.hook.ActionHook;
import dev.charmsignals.hook.Hook;
import dev.charmsignals.hook.HookEnvironment;
import dev.charmsignals.hook.OtherHook;
import dev.charmsignals.hooktools.HookTools;
import dev.charmsignals.logging.HookLog;
import dev.charmsignals.logging.LogSession;
import dev.charmsignals.model.HookSession;
import dev.charmsignals.name.Declarations;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Runs one hook of a charm, in this process.
 *
 * <p>Holds nothing static, so that a test kit runs thousands of hooks in one process.
 */
public final class HookRun {

  private HookRun() {}

  /**
   * Creates the charm, delivers the hook to it and hands its writes to the agent.
   *
   * <p>A hook that fails has its stack trace in the Juju log and none of its writes handed over. A
   * hook that nobody observes runs no hook command, unless an observer may have deferred an event.
   *
   * @return the exit status for the process: 0, or 1 when the hook failed
   */
  public static int run(CharmFactory factory, HookSetting setting) {
    return run(factory, setting, new CharmDeclarations(setting.charmDirectory()));
  }

  static int run(CharmFactory factory, HookSetting setting, Declarations declared) {
    HookTools tools = new HookTools(setting.transport());
    LogSession log =
        HookLog.begin(
            setting.environment().getOrDefault("CHARM_SIGNALS_LOG", ""), new JujuLogSink(tools));
    try {
      deliver(factory, setting, tools, declared, log);
      return 0;
    } catch (Throwable failure) {
      log.flush();
      FailureReport.write(tools, failure);
      String action = setting.environment().getOrDefault("JUJU_ACTION_NAME", "");
      if (!action.isEmpty()) {
        ActionReport.failed(action, failure);
      }
      return 1;
    } finally {
      log.end();
      if (log.sinkFailure().isPresent()) {
        LastResort.write(
            FailureReport.text("The Juju log refused a record", log.sinkFailure().get()));
      }
    }
  }

  /** Constructs the charm as for its hook, and delivers nothing to it. */
  static void construct(CharmFactory factory, HookSetting setting) {
    HookSession session =
        new HookSession(
            new HookTools(setting.transport()),
            HookEnvironment.of(setting.environment()),
            new CharmDeclarations(setting.charmDirectory()));
    construct(factory, setting, session, new Observers(session, setting.clock()), null);
  }

  private static CharmContext construct(
      CharmFactory factory,
      HookSetting setting,
      HookSession session,
      Observers observers,
      @Nullable Breakpoints breakpoints) {
    CharmContext context = new CharmContext(setting, session, observers, breakpoints);
    Charm charm = factory.create(context);
    observers.seal(charm.getClass().getSimpleName());
    return context;
  }

  private static @Nullable Breakpoints breakpoints(
      HookSetting setting, Hook hook, Observers observers, LogSession log) {
    String wanted = setting.environment().getOrDefault(Breakpoints.VARIABLE, "");
    if (wanted.isBlank()) {
      return null;
    }
    Breakpoints breakpoints = new Breakpoints(wanted, hook, log);
    observers.precede(breakpoints);
    return breakpoints;
  }

  private static void deliver(
      CharmFactory factory,
      HookSetting setting,
      HookTools tools,
      Declarations declared,
      LogSession log)
      throws Exception {
    HookEnvironment environment = HookEnvironment.of(setting.environment());
    if (environment.hook() instanceof OtherHook other) {
      // Looked up here, because a hook that nobody observes has no use for a logger.
      LoggerFactory.getLogger(HookRun.class)
          .debug("Charm Signals has no event for {}", other.hookName());
      return;
    }
    HookSession session = new HookSession(tools, environment, declared);
    Observers observers = new Observers(session, setting.clock());
    Breakpoints breakpoints = breakpoints(setting, environment.hook(), observers, log);
    CharmContext context = construct(factory, setting, session, observers, breakpoints);
    if (environment.hook() instanceof ActionHook action && observers.isEmpty()) {
      ActionReport.notImplemented(session, action);
      return;
    }
    observers.deliver();
    context.statuses().collect();
    session.commit();
  }
}
