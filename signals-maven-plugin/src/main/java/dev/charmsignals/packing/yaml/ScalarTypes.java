package dev.charmsignals.packing.yaml;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Turns what is written into what it means: {@code yes} into true, {@code 0x10} into 16. */
final class ScalarTypes extends SafeConstructor {

  ScalarTypes() {
    super(new LoaderOptions());
  }

  /** Returns a String, Boolean, Integer, Long, BigInteger, Double, or null. */
  @Nullable Object value(ScalarNode node) {
    // A day is text to Juju, which knows no type for it.
    return node.getTag().equals(Tag.TIMESTAMP) ? node.getValue() : constructObject(node);
  }
}
