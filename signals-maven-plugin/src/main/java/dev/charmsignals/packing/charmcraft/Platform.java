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

  /** Returns whether the architecture is that of the machine this runs on. */
  public boolean isOfThisMachine() {
    String here =
        switch (System.getProperty("os.arch")) {
          case "amd64", "x86_64" -> "amd64";
          case "aarch64" -> "arm64";
          case "arm" -> "armhf";
          case "ppc64le" -> "ppc64el";
          default -> System.getProperty("os.arch");
        };
    return architecture.equals(here) || architecture.equals(ALL);
  }
}
