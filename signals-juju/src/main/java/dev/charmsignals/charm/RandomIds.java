package dev.charmsignals.charm;

import java.security.SecureRandom;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Random numbers, whose source is opened only when a hook needs one; few do. */
final class RandomIds implements LongSupplier {

  private @Nullable SecureRandom source;

  @Override
  public long getAsLong() {
    SecureRandom open = source;
    if (open == null) {
      open = new SecureRandom();
      source = open;
    }
    return open.nextLong();
  }
}
