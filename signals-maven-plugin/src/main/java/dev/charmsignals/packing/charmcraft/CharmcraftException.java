package dev.charmsignals.packing.charmcraft;

import dev.charmsignals.packing.PackingException;
import dev.charmsignals.packing.yaml.Mistake;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A YAML file of a charm holds what Juju or charmcraft would refuse. */
public final class CharmcraftException extends PackingException {

  private final Path file;
  private final List<Mistake> mistakes;

  /** Tells all mistakes of a file, each in a line that begins with its place. */
  public CharmcraftException(Path file, List<Mistake> mistakes) {
    super(
        mistakes.stream()
            .map(
                mistake ->
                    "%s:%d:%d: %s"
                        .formatted(
                            file, mistake.place().line(), mistake.place().column(), mistake.text()))
            .collect(Collectors.joining("\n")));
    this.file = file;
    this.mistakes = List.copyOf(mistakes);
  }

  /** Returns the file. */
  public Path file() {
    return file;
  }

  /** Returns what is wrong with it, in its order; at least one. */
  public List<Mistake> mistakes() {
    return mistakes;
  }
}
