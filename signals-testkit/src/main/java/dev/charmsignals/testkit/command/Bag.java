package dev.charmsignals.testkit.command;

import java.util.Map;
import java.util.Optional;

/**
 * Whose databag relation-get reads: the table of contract section 2.5.
 *
 * @param name a unit's or an application's name
 * @param ofApplication which of the two
 */
record Bag(String name, boolean ofApplication) {

  /** Finds out whose databag a call is about: the second positional's, else the hook's. */
  static Bag of(Call call) {
    boolean app = call.flags().on("app");
    Optional<String> named = call.flags().positional(1);
    if (named.isPresent()) {
      return app ? application(named.get()) : unit(named.get());
    }
    Optional<String> remoteUnit = call.context().remoteUnit();
    if (!app && remoteUnit.isPresent()) {
      return new Bag(remoteUnit.get(), false);
    }
    return call.context()
        .remoteApplication()
        .map(application -> new Bag(application, true))
        .orElseThrow(() -> new UsageFailure("no unit or application specified"));
  }

  /** Reads it as the context shows it. */
  Map<String, String> read(CommandContext context, int relation) {
    return ofApplication
        ? context.readApplicationBag(relation, name)
        : context.readUnitBag(relation, name);
  }

  private static Bag unit(String name) {
    if (Names.isUnit(name)) {
      return new Bag(name, false);
    }
    String quoted = GoText.quote(name);
    throw new UsageFailure(
        Names.isApplication(name)
            ? "expected unit name, got application name " + quoted
            : "invalid unit name " + quoted);
  }

  private static Bag application(String name) {
    if (Names.isApplication(name)) {
      return new Bag(name, true);
    }
    if (Names.isUnit(name)) {
      return new Bag(Names.applicationOf(name), true);
    }
    // Juju lets this pass, and fails when it asks for the bag of an application without a name.
    throw new CommandFailure("\"\" is not a valid application name");
  }
}
