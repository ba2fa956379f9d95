package dev.charmsignals.charm;

import dev.charmsignals.CharmSignalsException;

/** A breakpoint is given a name that cannot be asked for. */
public final class BreakpointNameException extends CharmSignalsException {

  private final String name;

  BreakpointNameException(String name) {
    super(
        ("Breakpoint name \"%s\" is not lower-case letters, digits and dashes, or is \"all\" or"
                + " \"hook\", which mean every breakpoint and every hook; take one such as"
                + " \"before-backup\"")
            .formatted(name));
    this.name = name;
  }

  /** Returns the name. */
  public String name() {
    return name;
  }
}
