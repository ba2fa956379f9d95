package dev.charmsignals.metadata;

import dev.charmsignals.CharmSignalsException;
import java.nio.file.Path;
import java.util.OptionalInt;

/** The charm's metadata is missing, cannot be read, or declares what Juju would refuse. */
public final class CharmMetadataException extends CharmSignalsException {

  private final transient Path file;
  private final int line;
  private final String problem;
  private final String example;

  /** Line 0 stands for a problem that has no line. */
  CharmMetadataException(Path file, int line, String problem, String example) {
    super(message(file, line, problem, example));
    this.file = file;
    this.line = line;
    this.problem = problem;
    this.example = example;
  }

  CharmMetadataException(Path file, String problem, String example, Throwable cause) {
    super(message(file, 0, problem, example), cause);
    this.file = file;
    this.line = 0;
    this.problem = problem;
    this.example = example;
  }

  private static String message(Path file, int line, String problem, String example) {
    return file
        + (line > 0 ? ", line " + line : "")
        + ": "
        + problem
        + "\nA right one:\n"
        + example;
  }

  /** Returns the file that was read, or that should have been there. */
  public Path file() {
    return file;
  }

  /** Returns the line, counted from 1, where it is known. */
  public OptionalInt line() {
    return line > 0 ? OptionalInt.of(line) : OptionalInt.empty();
  }

  /** Returns what is wrong, without file and line. */
  public String problem() {
    return problem;
  }

  /** Returns lines of YAML that would be right. */
  public String example() {
    return example;
  }
}
