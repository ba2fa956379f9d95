package dev.charmsignals.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The packages below a root, from the bottom up: none uses one that is listed after it.
 *
 * <p>Packages of one line may use each other, as long as no cycle comes of it.
 */
record Layers(String root) {

  private static final List<Set<String>> BOTTOM_UP =
      List.of(
          // signals-core
          Set.of(""),
          Set.of(".json"),
          Set.of(".snapshot"),
          Set.of(".log"),
          Set.of(".signal"),
          // signals-juju
          Set.of(".gob", ".hash", ".name", ".record", ".secret"),
          Set.of(".hooktools", ".metadata"),
          Set.of(".pebble.http"),
          Set.of(".pebble"),
          Set.of(".hook", ".logging"),
          Set.of(".model"),
          Set.of(".defer"),
          Set.of(".event"),
          Set.of(".bus"),
          Set.of(".charm"),
          Set.of(".layeredstatus", ".legacy", ".reconciler", ".statuspool", ".postgresql"),
          Set.of(".pgsql", ".postgresqlclient", ".rehearsal"),
          // signals-testkit
          Set.of(".testkit.pebble"),
          Set.of(".testkit.command"),
          Set.of(".testkit.state"),
          Set.of(".testkit.world"),
          Set.of(".testkit.archive"),
          Set.of(".testkit.agent"),
          Set.of(".testkit"));

  /** Whether both types are in the table, and the first one higher up. */
  boolean isAbove(JavaClass upper, JavaClass lower) {
    OptionalInt from = height(lower.getPackageName());
    OptionalInt to = height(upper.getPackageName());
    return from.isPresent() && to.isPresent() && to.getAsInt() > from.getAsInt();
  }

  /** Whether the type's package is in the table. */
  boolean places(JavaClass type) {
    return height(type.getPackageName()).isPresent();
  }

  private OptionalInt height(String packageName) {
    if (!packageName.startsWith(root)) {
      return OptionalInt.empty();
    }
    String name = packageName.substring(root.length());
    return IntStream.range(0, BOTTOM_UP.size())
        .filter(height -> BOTTOM_UP.get(height).contains(name))
        .findFirst();
  }
}
