package dev.charmsignals.testkit.world;

/**
 * A signal that ends a process of a hook, or its agent, at a chosen point, as when an operator, the
 * system or a reboot kills it (contract section 1.8).
 *
 * <p>A hook that ends this way commits nothing and is queued again; one whose agent dies has failed
 * when the agent is back (contract section 1.6).
 *
 * @param victim which process is killed; its children live on, as with Juju's own kills
 * @param signal the signal that kills it
 * @param point when
 */
public record Kill(Victim victim, Signal signal, KillPoint point) {

  /** Which process of a hook is killed. */
  public enum Victim {
    /** The one that the agent started. */
    HOOK,
    /** What that one has started, which is a hook command unless a charm uses the socket. */
    COMMAND,
    /**
     * The agent itself. Its connections break off, and the hook goes on as an orphan: nobody takes
     * its commands, and nobody sees how it ends.
     */
    AGENT
  }

  /** What kills it. */
  public enum Signal {
    /** Can be caught, which a JVM does unless it was started with {@code -Xrs}. */
    SIGTERM,
    /** Cannot be caught. */
    SIGKILL
  }

  /** Kills the hook's own process with SIGKILL. */
  public static Kill hook(KillPoint point) {
    return new Kill(Victim.HOOK, Signal.SIGKILL, point);
  }

  /** Kills the hook command that the hook runs at that point, if it is a process, with SIGKILL. */
  public static Kill command(KillPoint point) {
    return new Kill(Victim.COMMAND, Signal.SIGKILL, point);
  }

  /** Kills the agent with SIGKILL. */
  public static Kill agent(KillPoint point) {
    return new Kill(Victim.AGENT, Signal.SIGKILL, point);
  }

  /** Returns the same with SIGTERM; what is half sent is lost even if the process catches it. */
  public Kill bySigterm() {
    return new Kill(victim, Signal.SIGTERM, point);
  }
}
