package dev.charmsignals.testkit.command;

import dev.charmsignals.CharmSignalsException;

/** A command read its standard input and the caller had sent none. */
final class StdinMissing extends CharmSignalsException {

  StdinMissing() {
    super("hook tool requires stdin, none supplied");
  }
}
