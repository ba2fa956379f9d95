package dev.charmsignals.architecture;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.charmsignals.CharmSignalsException;
import dev.charmsignals.charm.Charm;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("any-jdk")
class ArchitectureTest {

  private static final String ROOT = "dev.charmsignals";
  private static final String BROKEN = ROOT + ".architecture.broken";

  private static final JavaClasses PUBLISHED =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);
  private static final JavaClasses BROKEN_ON_PURPOSE =
      new ClassFileImporter().importPackages(BROKEN);

  static Stream<ArchRule> rulesForWhatIsPublished() {
    return new Architecture(new Layers(ROOT)).rules().stream();
  }

  static Stream<ArchRule> rulesForWhatIsBroken() {
    return new Architecture(new Layers(BROKEN)).rules().stream();
  }

  @ParameterizedTest
  @MethodSource("rulesForWhatIsPublished")
  void holdsForWhatIsPublished(ArchRule rule) {
    assertTrue(PUBLISHED.contain(Charm.class) && PUBLISHED.contain(CharmSignalsException.class));

    rule.check(PUBLISHED);
  }

  @ParameterizedTest
  @MethodSource("rulesForWhatIsBroken")
  void refusesWhatIsBrokenOnPurpose(ArchRule rule) {
    assertThrows(AssertionError.class, () -> rule.check(BROKEN_ON_PURPOSE));
  }
}
