package dev.charmsignals.testkit;

/** What a scripted charm does in one hook. */
@FunctionalInterface
public interface CharmScript {

  /**
   * Runs one hook. Returning is success; throwing fails the hook, but for an {@link
   * AssertionError}, which fails the test.
   */
  void run(ScriptedHook hook) throws Exception;
}
