package dev.charmsignals.testkit.state;

/** Who owns a secret, as one unit sees it. */
public enum SecretOwner {
  /** Its own application, so that the leader manages it. */
  APPLICATION,
  /** The unit itself. */
  UNIT,
  /** Another application. */
  REMOTE,
  /** A user of the model. */
  USER
}
