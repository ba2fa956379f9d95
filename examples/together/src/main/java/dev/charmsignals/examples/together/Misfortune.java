package dev.charmsignals.examples.together;

import dev.charmsignals.testkit.SimulatedUnit;
import dev.charmsignals.testkit.world.HookOutcome;
import dev.charmsignals.testkit.world.HookRecord;
import dev.charmsignals.testkit.world.Kill;
import dev.charmsignals.testkit.world.KillPoint;

/** What befalls one hook. */
sealed interface Misfortune {

  /** One of its processes is killed, or its agent while it runs. */
  record Killed(Kill kill) implements Misfortune {}

  /** Its agent dies when it has ended well, before or after the commit. */
  record AgentDied(boolean afterCommit) implements Misfortune {}

  /** Has it befall the unit's next hook. */
  default void befall(SimulatedUnit unit) {
    if (this instanceof Killed killed) {
      unit.killNext("", killed.kill());
    } else if (this instanceof AgentDied died && died.afterCommit()) {
      unit.crashAfterCommit("");
    } else {
      unit.crashBeforeCommit("");
    }
  }

  /** Returns whether this is how the hook could have ended. */
  default boolean explains(HookOutcome outcome) {
    if (this instanceof Killed killed) {
      HookOutcome hit =
          switch (killed.kill().victim()) {
            case HOOK -> HookOutcome.TERMINATED;
            case COMMAND -> HookOutcome.FAILED;
            case AGENT -> HookOutcome.CRASHED_BEFORE_COMMIT;
          };
      return outcome == hit || outcome == HookOutcome.COMMITTED;
    }
    return outcome
        == (((AgentDied) this).afterCommit()
            ? HookOutcome.CRASHED_AFTER_COMMIT
            : HookOutcome.CRASHED_BEFORE_COMMIT);
  }

  /** Tells what became of it, in words that are counted. */
  default String effectOn(HookRecord hook) {
    if (this instanceof AgentDied died) {
      return "agents that died " + (died.afterCommit() ? "after a commit" : "before a commit");
    }
    Kill kill = ((Killed) this).kill();
    String victim =
        switch (kill.victim()) {
          case HOOK -> "hooks killed ";
          case COMMAND -> "hook commands killed ";
          case AGENT -> "agents that died during a hook, ";
        };
    return hook.outcome() == HookOutcome.COMMITTED
        ? "hooks that never reached the point, or ended first"
        : victim + phase(kill.point(), hook);
  }

  private static String phase(KillPoint point, HookRecord hook) {
    if (point instanceof KillPoint.AfterBytes) {
      return "with a command half sent";
    }
    if (point instanceof KillPoint.BeforeAnswer) {
      return "with a command run and not answered";
    }
    if (point instanceof KillPoint.AfterAnswer) {
      return "with a command just answered";
    }
    if (point instanceof KillPoint.AfterClosing) {
      return "after closing a connection";
    }
    if (hook.commands().isEmpty()) {
      return "at random, before the first command";
    }
    boolean wrote = hook.commands().stream().anyMatch(run -> run.command().equals("state-set"));
    return wrote ? "at random, after state-set" : "at random, between two commands";
  }
}
