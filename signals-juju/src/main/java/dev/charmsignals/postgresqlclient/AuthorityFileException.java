package dev.charmsignals.postgresqlclient;

import dev.charmsignals.CharmSignalsException;
import java.io.IOException;
import java.nio.file.Path;

/** The file with the certificates of a provider's authority cannot be written or deleted. */
public final class AuthorityFileException extends CharmSignalsException {

  private final transient Path path;

  AuthorityFileException(Path path, IOException cause) {
    super(
        ("Cannot keep the file %s, which connections to PostgreSQL need; choose another directory"
                + " with PostgreSqlClient.certificatesIn")
            .formatted(path),
        cause);
    this.path = path;
  }

  /** Returns the file. */
  public Path path() {
    return path;
  }
}
