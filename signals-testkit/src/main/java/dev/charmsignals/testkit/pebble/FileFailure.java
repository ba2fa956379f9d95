package dev.charmsignals.testkit.pebble;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;

/** Why something could not be done to a path, in Pebble's words. */
record FileFailure(String kind, String message) {

  private static final String GENERIC = "generic-file-error";

  static FileFailure of(String path, String deed, IOException e) {
    if (e instanceof NoSuchFileException) {
      return new FileFailure("not-found", "%s %s: no such file or directory".formatted(deed, path));
    }
    if (e instanceof AccessDeniedException) {
      return new FileFailure("permission-denied", "%s %s: permission denied".formatted(deed, path));
    }
    if (e instanceof FileAlreadyExistsException) {
      return new FileFailure(GENERIC, "mkdir " + path + ": file exists");
    }
    if (e instanceof DirectoryNotEmptyException) {
      return new FileFailure(GENERIC, "remove " + path + ": directory not empty");
    }
    return new FileFailure(GENERIC, String.valueOf(e.getMessage()));
  }

  Refusal refusal() {
    return switch (kind) {
      case "not-found" -> new Refusal(404, kind, message);
      case "permission-denied" -> new Refusal(403, kind, message);
      default -> new Refusal(400, kind, message);
    };
  }
}
