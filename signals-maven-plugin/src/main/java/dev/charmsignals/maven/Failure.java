package dev.charmsignals.maven;

import dev.charmsignals.packing.PackingException;
import java.io.UncheckedIOException;
import org.apache.maven.plugin.MojoFailureException;

/** What stopped a goal, as Maven tells it: by a message for the author, without a stack trace. */
final class Failure {

  private Failure() {}

  /**
   * @param what what could not be done, such as {@code The charm cannot be packed}
   */
  static MojoFailureException of(String what, PackingException why) {
    return new MojoFailureException(what + ":\n" + why.getMessage(), why);
  }

  /** Names the kind of the failure, too: Java often says of a file no more than its path. */
  static MojoFailureException of(String what, UncheckedIOException why) {
    return new MojoFailureException(what + ":\n" + why.getMessage() + ": " + why.getCause(), why);
  }
}
