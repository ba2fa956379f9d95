package dev.charmsignals.packing.charm;

import dev.charmsignals.packing.start.ArchiveUse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes the script that Juju runs for every hook and action. */
final class Dispatch {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=+,@%-]+");

  private Dispatch() {}

  static void write(Path file, Launch launch, List<Library> libraries, Optional<ArchiveUse> archive)
      throws IOException {
    String classPath =
        libraries.stream().map(library -> "lib/" + library.name()).collect(Collectors.joining(":"));
    String options =
        launch.options().stream().map(option -> " " + quoted(option)).collect(Collectors.joining());
    Files.writeString(
        file,
        (archive.isPresent() ? withArchive(archive.get()) : withoutArchive())
            .replace("@heap@", launch.heap())
            .replace("@options@", options)
            .replace("@classPath@", quoted(classPath))
            .replace("@mainClass@", quoted(launch.mainClass())));
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private static String withArchive(ArchiveUse archive) throws IOException {
    return template()
        .replace("@archive@", archive.file())
        .replace("@last@", archive.last())
        .replace(
            "@archiveOptions@",
            archive.options().stream().map(Dispatch::quoted).collect(Collectors.joining(" ")));
  }

  /** Leaves out the paragraph about the archive. */
  private static String withoutArchive() throws IOException {
    String template = template();
    int from = template.indexOf("# The classes of a hook");
    return template.substring(0, from) + template.substring(template.indexOf("# exec, so that"));
  }

  private static String template() throws IOException {
    try (InputStream in = Dispatch.class.getResourceAsStream("dispatch")) {
      if (in == null) {
        throw new IllegalStateException("The template of dispatch is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Quotes a word for a shell, unless it needs none. */
  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
