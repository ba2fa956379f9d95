package dev.charmsignals.architecture.broken.log;

import com.fasterxml.jackson.core.JsonFactory;
import dev.charmsignals.architecture.broken.charm.Upwards;
import java.util.List;
import org.slf4j.Logger;

/** Breaks each rule once; its package has no {@code package-info} for the same reason. */
public final class Chatter {

  /** Uses a package above its own. */
  public Upwards upwards() {
    return new Upwards();
  }

  /** Shows Jackson, if only as a type argument. */
  public List<JsonFactory> factories() {
    return List.of();
  }

  /** Shows SLF4J. */
  public void speakTo(Logger logger) {
    System.out.println(logger.getName());
  }
}
