package dev.charmsignals.examples.together.postgresql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * The files of a server that never ran. Making them takes most of the time that a server needs to
 * start, so each gets a copy.
 *
 * @param data the directory
 * @param password of the superuser {@code postgres}
 */
record Template(Path data, String password) {

  static Template make(Installation installation) throws IOException, InterruptedException {
    Path directory = installation.directory("template");
    Path secret = Files.writeString(directory.resolve("password"), UUID.randomUUID().toString());
    installation.user().own(secret);
    Template template = new Template(directory.resolve("data"), Files.readString(secret));
    installation.run(
        "initdb",
        "--pgdata=" + template.data,
        "--username=postgres",
        "--pwfile=" + secret,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--no-sync",
        "--wal-segsize=1");
    Files.delete(secret);
    return template;
  }
}
