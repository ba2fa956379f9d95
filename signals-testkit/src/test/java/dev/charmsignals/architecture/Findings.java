package dev.charmsignals.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Function;
import java.util.stream.Stream;

/** A condition that lists what is wrong with a class, one sentence per finding. */
final class Findings extends ArchCondition<JavaClass> {

  private final Function<JavaClass, Stream<String>> search;

  Findings(String description, Function<JavaClass, Stream<String>> search) {
    super(description);
    this.search = search;
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    search
        .apply(type)
        .distinct()
        .forEach(finding -> events.add(SimpleConditionEvent.violated(type, finding)));
  }
}
