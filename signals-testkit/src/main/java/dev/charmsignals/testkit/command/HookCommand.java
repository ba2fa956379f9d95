package dev.charmsignals.testkit.command;

import java.util.List;

/**
 * One hook command: how it is called and what it does. Instances have no state.
 *
 * <p>{@link #run} throws {@link UsageFailure} for bad arguments, {@link CommandFailure} for a
 * failure while running and {@link StdinMissing} before it has changed anything.
 */
interface HookCommand {

  /** Returns the name it is called by. */
  String name();

  /** Returns its positional arguments as help shows them, possibly empty. */
  String arguments();

  /** Returns in a few words what it is for, as help shows it. */
  String summary();

  /** Returns the flags it knows. */
  List<Option> options();

  /** Does the work; what it prints counts only if it does not throw. */
  void run(Call call);
}
