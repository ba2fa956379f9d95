package dev.charmsignals.testkit.agent;

import dev.charmsignals.CharmSignalsException;

/** A program that the simulation needs is not installed. */
public final class MissingProgramException extends CharmSignalsException {

  private final String program;

  MissingProgramException(String program, String message) {
    super(message);
    this.program = program;
  }

  /** Returns the program's name, such as {@code perl}. */
  public String program() {
    return program;
  }
}
