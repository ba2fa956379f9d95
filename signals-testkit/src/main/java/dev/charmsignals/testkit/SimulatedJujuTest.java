package dev.charmsignals.testkit;

import dev.charmsignals.testkit.world.JujuFlavour;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that is given a {@link SimulatedJuju} as a parameter, once for each of several seeds.
 *
 * <p>When it fails, the seed and the timeline are attached to the failure. To repeat one run, name
 * its seed.
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(SimulatedJujuExtension.class)
public @interface SimulatedJujuTest {

  /** Returns how many seeds to try; they follow from the name of the test. */
  int seeds() default 1;

  /** Returns the one seed to use; the default means none in particular. */
  long seed() default Long.MIN_VALUE;

  /** Returns the version of Juju to simulate. */
  JujuFlavour flavour() default JujuFlavour.JUJU_4;
}
