package dev.charmsignals.testkit;

import dev.charmsignals.testkit.world.JujuFlavour;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Gives tests a {@link SimulatedJuju} and attaches its timeline to a failure.
 *
 * <p>Registered by {@link SimulatedJujuTest}; with {@code @ExtendWith} it serves ordinary tests as
 * well, with a seed that follows from the test's name. Closed with the test by JUnit.
 */
public final class SimulatedJujuExtension
    implements ParameterResolver,
        TestExecutionExceptionHandler,
        TestTemplateInvocationContextProvider {

  private static final ExtensionContext.Namespace STORE =
      ExtensionContext.Namespace.create(SimulatedJujuExtension.class);

  /** Created by JUnit. */
  public SimulatedJujuExtension() {}

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    // A SimulatedJujuTest is served by its Run, and JUnit accepts only one resolver.
    return annotation(context).isEmpty()
        && parameter.getParameter().getType() == SimulatedJuju.class;
  }

  @Override
  public SimulatedJuju resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return open(context, JujuFlavour.JUJU_4, seedOf(context));
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    Optional.ofNullable(context.getStore(STORE).get(SimulatedJuju.class, SimulatedJuju.class))
        .ifPresent(juju -> failure.addSuppressed(new WhatHappened(juju)));
    throw failure;
  }

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return annotation(context).isPresent();
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    SimulatedJujuTest test = annotation(context).orElseThrow();
    if (test.seed() != Long.MIN_VALUE) {
      return Stream.of(new Run(test.flavour(), test.seed()));
    }
    long first = seedOf(context);
    return LongStream.range(first, first + test.seeds())
        .mapToObj(seed -> new Run(test.flavour(), seed));
  }

  private static SimulatedJuju open(ExtensionContext context, JujuFlavour flavour, long seed) {
    return context
        .getStore(STORE)
        .getOrComputeIfAbsent(
            SimulatedJuju.class, key -> SimulatedJuju.seeded(flavour, seed), SimulatedJuju.class);
  }

  private static Optional<SimulatedJujuTest> annotation(ExtensionContext context) {
    return AnnotationSupport.findAnnotation(context.getElement(), SimulatedJujuTest.class);
  }

  /** The same test always has the same seed, and different tests have different ones. */
  private static long seedOf(ExtensionContext context) {
    String method = context.getTestMethod().map(each -> each.getName()).orElse("");
    return (context.getRequiredTestClass().getName() + "." + method).hashCode();
  }

  /** One of several runs of a test, each with a seed of its own. */
  private record Run(JujuFlavour flavour, long seed)
      implements TestTemplateInvocationContext, ParameterResolver {

    @Override
    public String getDisplayName(int invocation) {
      return "seed " + seed;
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(this);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == SimulatedJuju.class;
    }

    @Override
    public SimulatedJuju resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return open(context, flavour, seed);
    }
  }
}
