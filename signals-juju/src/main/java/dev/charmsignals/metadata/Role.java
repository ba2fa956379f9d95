package dev.charmsignals.metadata;

/** Which side of a relation an endpoint is, in the words of {@code metadata.yaml}. */
public enum Role {
  /** Others require what this endpoint provides. */
  PROVIDES("provides"),
  /** This endpoint requires what others provide. */
  REQUIRES("requires"),
  /** The units of this application among themselves. */
  PEERS("peers");

  private final String section;

  Role(String section) {
    this.section = section;
  }

  /** Returns the top-level key under which such endpoints are declared, such as {@code peers}. */
  public String section() {
    return section;
  }
}
