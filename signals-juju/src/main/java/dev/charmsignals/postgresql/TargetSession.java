package dev.charmsignals.postgresql;

/**
 * Which of several servers a client may end at, in libpq's words ({@code target_session_attrs}) and
 * in those of the driver for Java ({@code targetServerType}).
 */
public enum TargetSession {
  /** Whichever answers first. */
  ANY("any", "any"),
  /** One that takes writes. */
  READ_WRITE("read-write", "primary"),
  /** One that takes no writes; the driver takes a standby. */
  READ_ONLY("read-only", "secondary"),
  /** The primary; needs libpq 14. */
  PRIMARY("primary", "primary"),
  /** A standby, and none if there is only the primary; needs libpq 14. */
  STANDBY("standby", "secondary"),
  /** A standby if there is one, else whichever there is; needs libpq 14. */
  PREFER_STANDBY("prefer-standby", "preferSecondary");

  private final String libpq;
  private final String driver;

  TargetSession(String libpq, String driver) {
    this.libpq = libpq;
    this.driver = driver;
  }

  /** Returns the value of libpq's {@code target_session_attrs}. */
  public String libpq() {
    return libpq;
  }

  /** Returns the value of the driver's {@code targetServerType}. */
  public String driver() {
    return driver;
  }
}
