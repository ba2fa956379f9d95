package dev.charmsignals.packing.archive;

import dev.charmsignals.packing.PackingException;
import java.util.List;

/** A directory holds what Juju would refuse or could not run. */
public final class ArchiveException extends PackingException {

  private final List<String> mistakes;

  /** Tells all mistakes, a line each. */
  ArchiveException(List<String> mistakes) {
    super(String.join("\n", mistakes));
    this.mistakes = List.copyOf(mistakes);
  }

  /** Returns the mistakes, each with its file; at least one. */
  public List<String> mistakes() {
    return mistakes;
  }
}
