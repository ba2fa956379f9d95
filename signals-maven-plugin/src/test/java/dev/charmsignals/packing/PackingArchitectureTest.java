package dev.charmsignals.packing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import dev.charmsignals.maven.PackMojo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The rules for this module, whose classes the architecture test of the test kit does not see. */
@Tag("any-jdk")
class PackingArchitectureTest {

  /** The packages from the bottom up: none uses one that is listed after it. */
  private static final List<String> BOTTOM_UP =
      List.of(
          "dev.charmsignals.packing",
          "dev.charmsignals.packing.yaml",
          "dev.charmsignals.packing.charmcraft",
          "dev.charmsignals.packing.runtime",
          "dev.charmsignals.packing.archive",
          "dev.charmsignals.packing.start",
          "dev.charmsignals.packing.charm",
          "dev.charmsignals.packing.newcharm",
          "dev.charmsignals.maven");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.isJar())
          .importPackages("dev.charmsignals.packing", "dev.charmsignals.maven");

  @Test
  void packagesUseOnlyWhatLiesBelowThem() {
    LayeredArchitecture layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
    for (String name : BOTTOM_UP) {
      layers = layers.layer(name).definedBy(name);
    }
    List<String> above = new ArrayList<>(BOTTOM_UP);
    Collections.reverse(above);
    for (int i = 1; i < above.size(); i++) {
      layers =
          layers
              .whereLayer(above.get(i))
              .mayOnlyBeAccessedByLayers(above.subList(0, i).toArray(String[]::new));
    }
    layers = layers.whereLayer(above.get(0)).mayNotBeAccessedByAnyLayer();

    assertTrue(CLASSES.contain(PackMojo.class));
    layers.check(CLASSES);
  }

  @Test
  void everyPackageHasAPlaceAndIsNullMarked() {
    classes()
        .should()
        .resideInAnyPackage(BOTTOM_UP.toArray(String[]::new))
        .andShould()
        .beAssignableTo(
            DescribedPredicate.describe(
                "types of a @NullMarked package",
                (JavaClass type) -> type.getPackage().isAnnotatedWith(NullMarked.class)))
        .check(CLASSES);
  }

  @Test
  void nothingOfTheOtherModulesAndNoStandardStreamIsUsed() {
    noClasses()
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "of another module of Charm Signals",
                (JavaClass type) ->
                    type.getPackageName().startsWith("dev.charmsignals")
                        && !BOTTOM_UP.contains(type.getPackageName())))
        .orShould()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(CLASSES);
  }
}
