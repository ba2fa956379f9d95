package dev.charmsignals.testkit.command;

import java.util.function.Supplier;

/** Asks the context, and puts a command's own words before a refusal. */
final class Prefixed {

  private Prefixed() {}

  static <T> T get(String prefix, Supplier<T> question) {
    try {
      return question.get();
    } catch (CommandFailure e) {
      throw new CommandFailure(prefix + e.reason());
    }
  }

  static void run(String prefix, Runnable change) {
    try {
      change.run();
    } catch (CommandFailure e) {
      throw new CommandFailure(prefix + e.reason());
    }
  }
}
