package dev.charmsignals.testkit.archive;

import java.io.IOException;
import java.io.InputStream;

/** What is in an entry; may be read any number of times. */
@FunctionalInterface
public interface Content {

  /** Begins to read it. */
  InputStream open() throws IOException;
}
