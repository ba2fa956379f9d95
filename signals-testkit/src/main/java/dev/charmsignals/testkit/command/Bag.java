package dev.charmsignals.testkit.command;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whose databag relation-get reads: the table of contract section 2.5.
 *
 * @param name a unit's or an application's name
 * @param ofApplication which of the two
 */
record Bag(String name, boolean ofApplication) {

  private static final String APPLICATION = "[a-z][a-z0-9]*(?:-[a-z0-9]*[a-z][a-z0-9]*)*";
  private static final Pattern APPLICATION_NAME = Pattern.compile(APPLICATION);
  private static final Pattern UNIT_NAME = Pattern.compile(APPLICATION + "/(?:0|[1-9][0-9]*)");

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
    if (UNIT_NAME.matcher(name).matches()) {
      return new Bag(name, false);
    }
    String quoted = GoText.quote(name);
    throw new UsageFailure(
        APPLICATION_NAME.matcher(name).matches()
            ? "expected unit name, got application name " + quoted
            : "invalid unit name " + quoted);
  }

  private static Bag application(String name) {
    if (APPLICATION_NAME.matcher(name).matches()) {
      return new Bag(name, true);
    }
    if (UNIT_NAME.matcher(name).matches()) {
      return new Bag(name.substring(0, name.indexOf('/')), true);
    }
    // Juju lets this pass, and fails when it asks for the bag of an application without a name.
    throw new CommandFailure("\"\" is not a valid application name");
  }
}
