package dev.charmsignals.reconciling;

import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedRelation;

/** The charms on the other side of a relation: they do nothing. */
final class Others {

  private static final CharmUnderTest SILENT =
      CharmUnderTest.scripted(
          """
          name: other
          provides:
            to: {interface: any}
          """,
          hook -> {});

  private Others() {}

  /** Deploys one as {@code other} and relates it. */
  static SimulatedRelation deployAndRelate(SimulatedJuju juju, String endpoint) {
    juju.deploy("other", SILENT);
    juju.unit("other/0").settle();
    return juju.integrate(endpoint, "other:to");
  }

  /** Deploys one more and relates it. */
  static SimulatedRelation deployAndRelateAnother(SimulatedJuju juju, String endpoint) {
    juju.deploy("another", SILENT);
    juju.unit("another/0").settle();
    return juju.integrate(endpoint, "another:to");
  }

  /** Relates the one that is deployed over one more endpoint. */
  static SimulatedRelation relate(SimulatedJuju juju, String endpoint) {
    return juju.integrate(endpoint, "other:to");
  }
}
