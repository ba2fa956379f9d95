package dev.charmsignals.hook;

import java.util.Optional;

/** What not every Juju can do, and since which version it can (contract §8). */
public enum JujuFeature {
  /** Charm state that commits with the hook. */
  CHARM_STATE("charm state", "2.8.0"),
  /** The bag of an application in a relation. */
  APPLICATION_BAGS("application databags", "2.7.0"),
  /** Secrets of charms. */
  SECRETS("secrets", "3.0.3"),
  /** Opening ports on Kubernetes. */
  KUBERNETES_PORTS("open-port on Kubernetes", "3.0.3"),
  /** Running a command in the context of a service of the workload. */
  EXEC_SERVICE_CONTEXT("exec in the context of a service", "3.1.6") {
    @Override
    public boolean isIn(JujuVersion version) {
      // 3.2.0 was made before 3.1.6.
      return super.isIn(version) && version.compareTo(new JujuVersion(3, 2, "", 0, 0)) != 0;
    }
  },
  /** Sending the workload's log on. */
  LOG_FORWARDING("log forwarding", "3.4.0"),
  /** Asking which model the other side of a relation is in. */
  REMOTE_MODEL("relation-model-get", "3.6.2"),
  /** Identities of the workload container's Pebble. */
  PEBBLE_IDENTITIES("Pebble identities", "3.6.4"),
  /** Metrics of the workload container's Pebble. */
  PEBBLE_METRICS("Pebble metrics", "3.6.4");

  private final String title;
  private final JujuVersion since;

  JujuFeature(String title, String since) {
    this.title = title;
    this.since = JujuVersion.parse(since);
  }

  /** Returns what it is called in messages. */
  public String title() {
    return title;
  }

  /** Returns the first version that has it. */
  public JujuVersion since() {
    return since;
  }

  /** Returns whether a version has it. */
  public boolean isIn(JujuVersion version) {
    return version.compareTo(since) >= 0;
  }

  /**
   * Checks that this Juju has it; one that does not say its version is taken to.
   *
   * @throws MissingFeatureException when it has not, before Juju is asked for it
   */
  public void requireIn(Optional<JujuVersion> version) {
    if (version.isPresent() && !isIn(version.get())) {
      throw new MissingFeatureException(this, version.get());
    }
  }
}
