package dev.charmsignals.charm;

/** Runs one hook of a charm, in this process. */
public final class HookRun {

  private HookRun() {}

  /**
   * Creates the charm, delivers the hook to it and hands its writes to the agent.
   *
   * @return the exit status for the process: 0, or 1 when a handler threw
   */
  public static int run(CharmFactory factory, HookSetting setting) {
    throw new UnsupportedOperationException("written next");
  }
}
