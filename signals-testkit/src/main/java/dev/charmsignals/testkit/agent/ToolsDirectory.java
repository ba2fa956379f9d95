package dev.charmsignals.testkit.agent;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;

/**
 * The directory of hook commands that an agent puts first on a hook's {@code PATH}.
 *
 * <p>Every command is a link to one small client, {@code jujuc}, which hands its arguments to the
 * {@link AgentSocket} that its environment names, so that a charm in any language can take part. It
 * is written in Perl because that starts within a few milliseconds, and needs no module.
 *
 * @param path the directory
 */
public record ToolsDirectory(Path path) {

  /**
   * The variable that names a file to which each process appends the name of its command, so that
   * processes can be counted.
   */
  public static final String TRACE = "CHARM_SIGNALS_TRACE";

  private static final String CLIENT = "jujuc";

  /**
   * Fills a directory with one link for each command, and creates it where it is missing.
   *
   * @param commands the names, such as {@code relation-get}
   * @throws MissingProgramException when there is no Perl
   * @throws IOException when the directory cannot be written
   */
  public static ToolsDirectory install(Path directory, Collection<String> commands)
      throws IOException {
    return install(directory, commands, System.getenv().getOrDefault("PATH", "/usr/bin"));
  }

  static ToolsDirectory install(Path directory, Collection<String> commands, String searchPath)
      throws IOException {
    String script = script().replace("@PERL@", perl(searchPath).toString());
    Files.createDirectories(directory);
    Path client = directory.resolve(CLIENT);
    Files.writeString(client, script);
    Files.setPosixFilePermissions(client, PosixFilePermissions.fromString("rwxr-xr-x"));
    for (String command : commands) {
      Path link = directory.resolve(command);
      Files.deleteIfExists(link);
      Files.createSymbolicLink(link, Path.of(CLIENT));
    }
    return new ToolsDirectory(directory);
  }

  /** Returns a hook's search path: this directory first, then the agent's own. */
  public String searchPath(String agentPath) {
    return path + ":" + agentPath;
  }

  /** Finds the interpreter of the client. */
  static Path perl(String searchPath) {
    for (String directory : searchPath.split(":")) {
      Path perl = Path.of(directory, "perl");
      if (!directory.isEmpty() && Files.isExecutable(perl)) {
        return perl;
      }
    }
    throw new MissingProgramException(
        "perl",
        "Hook commands for other processes need perl, and it is not on the PATH \"%s\"; install it,"
                .formatted(searchPath)
            + " such as with \"apt-get install perl-base\"");
  }

  private static String script() throws IOException {
    try (InputStream in = ToolsDirectory.class.getResourceAsStream(CLIENT)) {
      if (in == null) {
        throw new FileNotFoundException("The client " + CLIENT + " is missing from the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
