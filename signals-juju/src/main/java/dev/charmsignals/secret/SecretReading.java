package dev.charmsignals.secret;

/** Which revision of a secret is read. */
public enum SecretReading {
  /** The one this unit tracks: the first it has read, until it refreshes. */
  TRACKED,
  /** The newest, without tracking it. */
  PEEK,
  /** The newest, which is tracked from now on. */
  REFRESH
}
