package dev.charmsignals.packing.charmcraft;

/**
 * What one archive is for.
 *
 * @param system the operating system, such as {@code ubuntu}
 * @param channel its release, such as {@code 24.04}
 * @param architecture in Juju's words, such as {@code amd64}; {@code all} for every one
 */
public record Platform(String system, String channel, String architecture) {

  /** What an archive for every architecture has instead of one. */
  public static final String ALL = "all";

  /** Returns the base and the architecture as they stand in the name of an archive. */
  public String label() {
    return system + "-" + channel + "_" + architecture;
  }

  /** Returns it as charmcraft.yaml can have it, such as {@code ubuntu@24.04:amd64}. */
  public String name() {
    return system + "@" + channel + ":" + architecture;
  }

  /** Returns whether it is meant by an architecture, or by that and a base. */
  boolean isCalled(String name) {
    return name.equals(architecture) || name.equals(name());
  }

  /** Returns whether the architecture is that of the machine this runs on. */
  public boolean isOfThisMachine() {
    String here =
        switch (System.getProperty("os.arch")) {
          case "amd64", "x86_64" -> "amd64";
          case "aarch64" -> "arm64";
          case "ppc64le" -> "ppc64el";
          default -> System.getProperty("os.arch");
        };
    return architecture.equals(here) || architecture.equals(ALL);
  }
}
