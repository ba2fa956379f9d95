package dev.charmsignals.testkit.command;

import dev.charmsignals.CharmSignalsException;
import java.util.List;

/** Flags or arguments are wrong, which a command finds before it runs: exit status 2. */
final class UsageFailure extends CharmSignalsException {

  private final String reason;

  UsageFailure(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** Returns Juju's text. */
  String reason() {
    return reason;
  }

  /** Answers what Juju answers to positional arguments it has no use for. */
  static void refuseSurplus(List<String> surplus) {
    if (!surplus.isEmpty()) {
      throw new UsageFailure("unrecognized args: " + GoText.quote(surplus));
    }
  }
}
