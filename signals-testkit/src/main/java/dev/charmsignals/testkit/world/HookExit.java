package dev.charmsignals.testkit.world;

/** How the program of a hook ended (contract section 1.6). */
public sealed interface HookExit {

  /** Ended well. */
  HookExit SUCCESS = new Exited(0);

  /**
   * The process ended by itself.
   *
   * @param status its exit status; anything but 0 fails the hook
   */
  record Exited(int status) implements HookExit {}

  /**
   * A signal ended the process.
   *
   * @param signal its number; after SIGTERM (15) and SIGKILL (9) the hook is queued again
   */
  record Signalled(int signal) implements HookExit {

    boolean requeues() {
      return signal == 15 || signal == 9;
    }
  }

  /** Its agent died while it ran, so nobody knows how it ended. */
  record Orphaned() implements HookExit {}

  /** The charm has no program for this hook, which counts as successful and skipped. */
  record Missing() implements HookExit {}

  /**
   * The program is there and cannot be started, such as a dispatch without its execute bit.
   *
   * @param reason why
   */
  record NotStarted(String reason) implements HookExit {}
}
