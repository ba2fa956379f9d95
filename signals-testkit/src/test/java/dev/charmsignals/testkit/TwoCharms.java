package dev.charmsignals.testkit;

/** The metadata of the charms that the tests of this package script. */
final class TwoCharms {

  /** Provides {@code channel}. */
  static final String P =
      """
      name: p
      provides:
        channel: {interface: signals}
      config:
        options:
          fail: {type: boolean, default: false}
          motto: {type: string}
      """;

  /** Requires {@code channel}. */
  static final String R =
      """
      name: r
      requires:
        channel: {interface: signals}
      config:
        options:
          motto: {type: string}
      """;

  /** Has peers on {@code cluster}. */
  static final String PEERS =
      """
      name: peers
      peers:
        cluster: {interface: cluster}
      """;

  /** Does nothing in any hook. */
  static final CharmScript IDLE = hook -> {};

  private TwoCharms() {}

  static CharmUnderTest p(CharmScript script) {
    return CharmUnderTest.scripted(P, script);
  }

  static CharmUnderTest r(CharmScript script) {
    return CharmUnderTest.scripted(R, script);
  }

  static CharmUnderTest peers(CharmScript script) {
    return CharmUnderTest.scripted(PEERS, script);
  }
}
