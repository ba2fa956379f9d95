package dev.charmsignals.testkit.world;

/** The side of a relation that an endpoint takes. */
public enum EndpointRole {
  /** Listed under {@code provides}. */
  PROVIDES,
  /** Listed under {@code requires}. */
  REQUIRES,
  /** Listed under {@code peers}: the units of one application among themselves. */
  PEERS;

  /** Returns the key of {@code metadata.yaml} that lists endpoints of this role. */
  public String key() {
    return switch (this) {
      case PROVIDES -> "provides";
      case REQUIRES -> "requires";
      case PEERS -> "peers";
    };
  }
}
