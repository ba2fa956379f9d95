package dev.charmsignals.testkit.agent;

/** Told of what passes through an agent's socket, by whichever thread passes it on. */
interface Traffic {

  /** Looks on and does nothing. */
  Traffic UNWATCHED = new Traffic() {};

  /** Returns how many bytes may be read of a client, at most {@code wanted}; 0 is its end. */
  default int readable(int wanted) {
    return wanted;
  }

  /** So many bytes of a client were read. */
  default void read(int count) {}

  /** A command has run, and its answer is not sent. */
  default void ran(String command) {}

  /** The answer to a command was sent, or nobody was there to take it. */
  default void answered(String command) {}

  /** A client has closed its connection. */
  default void closed() {}
}
