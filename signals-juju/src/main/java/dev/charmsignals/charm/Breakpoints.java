package dev.charmsignals.charm;

import dev.charmsignals.event.Observers;
import dev.charmsignals.hook.ActionHook;
import dev.charmsignals.hook.Hook;
import dev.charmsignals.logging.LogSession;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a hook waits for a Java debugger, as {@code JUJU_DEBUG_AT} asks: a list with commas of
 * breakpoints' names, hooks, {@code hook} for every hook or {@code all}.
 *
 * <p>Juju sets the variable in a session of {@code juju debug-code --at=...} (contract §1.9).
 */
final class Breakpoints implements Observers.Prelude {

  static final String VARIABLE = "JUJU_DEBUG_AT";

  /** Where this process waits for a debugger; set by {@link DebugProcess}. */
  static final String PORT = "charmsignals.debug.port";

  private final Set<String> requested = new TreeSet<>();
  private final Hook hook;
  private final LogSession log;
  private boolean attached;

  Breakpoints(String wanted, Hook hook, LogSession log) {
    for (String name : wanted.split(",", -1)) {
      if (!name.isBlank()) {
        requested.add(name.strip());
      }
    }
    this.hook = hook;
    this.log = log;
  }

  /** Stops before the handlers of the hook, where that is asked for. */
  @Override
  public void run() {
    boolean isAction = hook instanceof ActionHook;
    String name = hook instanceof ActionHook action ? action.action() : hook.hookName();
    String attribute = name.replace('-', '_').concat(isAction ? "_action" : "");
    for (String each : new String[] {"all", "hook", name, attribute}) {
      if (requested.contains(each)) {
        stop(name);
        return;
      }
    }
  }

  /** Stops at a breakpoint of the author's, where that is asked for. */
  void at(String name) {
    if (requested.contains("all") || requested.contains(name)) {
      stop(name);
    } else {
      logger().info("Breakpoint {} is passed; {} is {}", name, VARIABLE, requested);
    }
  }

  static void check(String name) {
    boolean plain = !name.isEmpty() && !name.equals("all") && !name.equals("hook");
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      plain &= c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-';
    }
    if (!plain) {
      throw new BreakpointNameException(name);
    }
  }

  private void stop(String name) {
    String port = System.getProperty(PORT, "");
    if (port.isEmpty()) {
      logger()
          .warn(
              "Breakpoint {} is passed: this JVM has no debugger's agent, which CharmMain.run starts"
                  + " where it can; pack with <module>jdk.jdwp.agent</module>",
              name);
      return;
    }
    if (attached) {
      logger().info("Breakpoint {}: a debugger is there; it stops on BreakpointReached", name);
    } else {
      String text = "Waiting at breakpoint " + name + " for a Java debugger on 127.0.0.1:" + port;
      logger().warn(text);
      log.flush();
      LastResort.write(text);
      attached = true;
    }
    try {
      throw new BreakpointReached();
    } catch (BreakpointReached reached) {
      // The debugger's agent has seen it; this thread goes on when the debugger lets it.
      log.flush();
    }
  }

  private static Logger logger() {
    return LoggerFactory.getLogger(Breakpoints.class);
  }
}
