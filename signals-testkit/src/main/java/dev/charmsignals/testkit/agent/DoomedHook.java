package dev.charmsignals.testkit.agent;

import dev.charmsignals.testkit.world.Kill;
import dev.charmsignals.testkit.world.KillPoint;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Kills a process of a hook, or its agent, when its point has come.
 *
 * <p>Told by the thread that runs the hook and by those of its agent's socket.
 */
final class DoomedHook implements Traffic {

  private final Kill kill;
  private Optional<ProcessHandle> hook = Optional.empty();
  private Optional<AgentSocket> agent = Optional.empty();
  private boolean started;
  private boolean struck;
  private boolean callerIsDead;
  private long bytes;

  DoomedHook(Kill kill) {
    this.kill = kill;
  }

  /** Learns whose hook it is. */
  synchronized void belongsTo(AgentSocket socket) {
    agent = Optional.of(socket);
  }

  /** Returns whether it was the agent that died, so that nobody knows how the hook ended. */
  synchronized boolean isOrphaned() {
    return struck && kill.victim() == Kill.Victim.AGENT;
  }

  /** Learns which process it is, and waits for its hour if that depends on the time. */
  void accompany(Process parent) throws InterruptedException {
    Optional<ProcessHandle> found = onlyChild(parent);
    synchronized (this) {
      hook = found;
      started = true;
      notifyAll();
    }
    if (kill.point() instanceof KillPoint.AfterDelay after
        && !parent.waitFor(after.delay().toNanos(), TimeUnit.NANOSECONDS)) {
      strike();
    }
  }

  /** The handler's pid is known to its parent alone, which has it a moment after it has begun. */
  private static Optional<ProcessHandle> onlyChild(Process parent) throws InterruptedException {
    while (parent.isAlive()) {
      Optional<ProcessHandle> child = parent.children().findFirst();
      if (child.isPresent()) {
        return child;
      }
      Thread.sleep(1);
    }
    return Optional.empty();
  }

  @Override
  public synchronized int readable(int wanted) {
    if (struck || !(kill.point() instanceof KillPoint.AfterBytes after)) {
      return wanted;
    }
    long left = after.bytes() - bytes;
    if (left > 0) {
      return (int) Math.min(wanted, left);
    }
    strike();
    // Whoever has sent more and is dead has not sent it, or not yet; the living have.
    return callerIsDead ? 0 : wanted;
  }

  @Override
  public synchronized void read(int count) {
    bytes += count;
  }

  @Override
  public synchronized void ran(String command) {
    if (kill.point() instanceof KillPoint.BeforeAnswer before && before.command().equals(command)) {
      strike();
    }
  }

  @Override
  public synchronized void answered(String command) {
    if (kill.point() instanceof KillPoint.AfterAnswer after && after.command().equals(command)) {
      strike();
    }
  }

  @Override
  public synchronized void closed() {
    if (kill.point() instanceof KillPoint.AfterClosing) {
      strike();
    }
  }

  private synchronized void strike() {
    if (struck) {
      return;
    }
    struck = true;
    try {
      while (!started) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    if (kill.victim() == Kill.Victim.AGENT) {
      agent.ifPresent(AgentSocket::die);
      callerIsDead = true; // at least nobody hears it any more
    } else {
      hook.ifPresent(this::strike);
    }
  }

  private void strike(ProcessHandle process) {
    // Looking for children takes longer than an answered hook may have left to live.
    boolean anyCaller = kill.point() instanceof KillPoint.AfterBytes;
    boolean hookItself = kill.victim() == Kill.Victim.HOOK;
    List<ProcessHandle> children =
        anyCaller || !hookItself ? process.descendants().toList() : List.of();
    (hookItself ? List.of(process) : children).forEach(this::signal);
    callerIsDead = hookItself == children.isEmpty();
  }

  private void signal(ProcessHandle process) {
    if (kill.signal() == Kill.Signal.SIGTERM) {
      process.destroy();
    } else {
      process.destroyForcibly();
    }
  }
}
