package dev.charmsignals.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The rules for all packages below a root: ours, or those that are broken on purpose. */
record Architecture(Layers layers) {

  /** The package that implements SLF4J, and so must show it. */
  private static final String LOGGING = "dev.charmsignals.logging";

  /** The classes that own a standard stream, because nothing better is left to write to. */
  private static final Set<String> STREAM_OWNERS = Set.of("dev.charmsignals.charm.LastResort");

  private static final Set<String> STREAMS =
      Set.of("in", "out", "err", "setIn", "setOut", "setErr");

  List<ArchRule> rules() {
    return List.of(
        packagesHaveAPlace(),
        packagesUseOnlyWhatLiesBelowThem(),
        packagesFormNoCycle(),
        publicSignaturesShowNoJackson(),
        publicSignaturesShowNoLogging(),
        standardStreamsAreLeftAlone(),
        packagesAreNullMarked());
  }

  private ArchRule packagesHaveAPlace() {
    return classes()
        .should(
            new Findings(
                "be in a package that Layers lists",
                type ->
                    layers.places(type)
                        ? Stream.empty()
                        : Stream.of(type.getPackageName() + " needs a line in Layers.java")))
        .because("nothing else says what it may use");
  }

  private ArchRule packagesUseOnlyWhatLiesBelowThem() {
    return classes()
        .should(new Findings("use only packages that lie below their own", this::usesFromAbove))
        .because("core <- juju <- testkit, as Layers lists them");
  }

  private ArchRule packagesFormNoCycle() {
    return slices().matching(layers.root() + ".(**)").should().beFreeOfCycles();
  }

  private ArchRule publicSignaturesShowNoJackson() {
    return classes()
        .should(
            new Findings(
                "show no Jackson type to charms",
                type -> new PublicSignature(type).shown("com.fasterxml.jackson")))
        .because("it must be possible to upgrade Jackson without breaking a charm");
  }

  private ArchRule publicSignaturesShowNoLogging() {
    return classes()
        .that()
        .resideOutsideOfPackage(LOGGING)
        .should(
            new Findings(
                "show no SLF4J type to charms",
                type -> new PublicSignature(type).shown("org.slf4j")))
        .because("it must be possible to upgrade SLF4J without breaking a charm");
  }

  private ArchRule standardStreamsAreLeftAlone() {
    return classes()
        .should(new Findings("leave the standard streams alone", Architecture::usesOfStreams))
        .because("Juju owns them: log, be handed a stream, or be named in Architecture");
  }

  private ArchRule packagesAreNullMarked() {
    return classes()
        .should(
            new Findings(
                "be in a package that is @NullMarked",
                type ->
                    type.getPackage().isAnnotatedWith(NullMarked.class)
                        ? Stream.empty()
                        : Stream.of(type.getPackageName() + " has no @NullMarked package-info")))
        .because("null checking skips every other package");
  }

  private Stream<String> usesFromAbove(JavaClass type) {
    return type.getDirectDependenciesFromSelf().stream()
        .filter(dependency -> layers.isAbove(dependency.getTargetClass(), type))
        .map(dependency -> dependency.getDescription());
  }

  private static Stream<String> usesOfStreams(JavaClass type) {
    if (STREAM_OWNERS.contains(outermost(type).getFullName())) {
      return Stream.empty();
    }
    return type.getAccessesFromSelf().stream()
        .filter(Architecture::isUseOfStream)
        .map(JavaAccess::getDescription);
  }

  private static boolean isUseOfStream(JavaAccess<?> access) {
    boolean system = access.getTargetOwner().isEquivalentTo(System.class);
    boolean trace =
        access.getTargetOwner().isAssignableTo(Throwable.class)
            && access.getTarget().getFullName().endsWith(".printStackTrace()");
    return trace || (system && STREAMS.contains(access.getName()));
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(Architecture::outermost).orElse(type);
  }
}
