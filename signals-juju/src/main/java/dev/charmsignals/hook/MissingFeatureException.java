package dev.charmsignals.hook;

import dev.charmsignals.CharmSignalsException;

/** The charm needs what this Juju cannot do. Thrown before Juju is asked for it. */
public final class MissingFeatureException extends CharmSignalsException {

  private final JujuFeature feature;
  private final JujuVersion version;

  MissingFeatureException(JujuFeature feature, JujuVersion version) {
    super(
        "This is Juju %s, which has no %s; that needs %s or later. Upgrade the model, or ask"
                .formatted(version, feature.title(), feature.since())
            + " model().has(JujuFeature.%s) first".formatted(feature.name()));
    this.feature = feature;
    this.version = version;
  }

  /** Returns what is missing. */
  public JujuFeature feature() {
    return feature;
  }

  /** Returns the version that is there. */
  public JujuVersion version() {
    return version;
  }

  /** Returns the version that is needed. */
  public JujuVersion needed() {
    return feature.since();
  }
}
