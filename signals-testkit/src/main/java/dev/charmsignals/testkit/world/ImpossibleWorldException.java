package dev.charmsignals.testkit.world;

import dev.charmsignals.CharmSignalsException;
import java.util.List;

/**
 * A test asks for a world that Juju would refuse.
 *
 * <p>Thrown while a test builds or changes its world, never because of what a charm did. Everything
 * that is wrong with the request is listed at once.
 */
public final class ImpossibleWorldException extends CharmSignalsException {

  private final List<String> complaints;

  /** Creates an exception that lists every complaint, at least one. */
  public ImpossibleWorldException(List<String> complaints) {
    super(String.join("\n", complaints));
    this.complaints = List.copyOf(complaints);
  }

  /** Creates an exception with one complaint. */
  public ImpossibleWorldException(String complaint) {
    this(List.of(complaint));
  }

  /** Returns everything that is wrong, each in one sentence. */
  public List<String> complaints() {
    return complaints;
  }

  static void throwUnlessEmpty(List<String> complaints) {
    if (!complaints.isEmpty()) {
      throw new ImpossibleWorldException(complaints);
    }
  }
}
