package dev.charmsignals.packing.charm;

import dev.charmsignals.packing.charmcraft.CharmFiles;
import dev.charmsignals.packing.charmcraft.Platform;
import dev.charmsignals.packing.start.ArchiveUse;
import dev.charmsignals.packing.start.ClassArchive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The directory that Juju will unpack.
 *
 * <p>Made anew each time, in steps that each add to what is there: Juju's YAML files, the author's
 * files, the jars, the runtime, the archive of the classes that hooks load, and what starts them.
 */
public final class CharmDirectory {

  private final Path directory;
  private final CharmParts parts;

  private CharmDirectory(Path directory, CharmParts parts) {
    this.directory = directory;
    this.parts = parts;
  }

  /**
   * Makes the directory.
   *
   * @param runtime the Java runtime to bring along; empty to use that of the machine
   * @throws CharmPartException if a part of the charm is missing, wrong, or there twice
   */
  public static void make(
      Path directory, CharmParts parts, Platform platform, Optional<Path> runtime) {
    try {
      Tree.delete(directory);
      Files.createDirectories(directory);
      CharmDirectory charm = new CharmDirectory(directory, parts);
      charm.addJujuFiles(platform);
      charm.addLibraries();
      if (runtime.isPresent()) {
        Tree.copy(runtime.get(), directory.resolve("runtime"));
      }
      charm.addFilesOfAuthor();
      charm.addDispatch();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make " + directory, e);
    }
  }

  private void addJujuFiles(Platform platform) throws IOException {
    for (Map.Entry<String, String> file : CharmFiles.of(parts.source(), platform).entrySet()) {
      Files.writeString(directory.resolve(file.getKey()), file.getValue());
    }
    Files.writeString(directory.resolve("version"), parts.version() + "\n");
  }

  private void addLibraries() throws IOException {
    for (Library library : parts.libraries()) {
      Path jar = directory.resolve("lib").resolve(library.name());
      if (Files.exists(jar)) {
        throw new CharmPartException(
            "%s and another dependency would both be lib/%s; exclude one of them",
            library.file(), library.name());
      }
      Tree.addFile(library.file(), jar);
    }
  }

  private void addFilesOfAuthor() throws IOException {
    if (Files.isDirectory(parts.files())) {
      Tree.copy(parts.files(), directory);
    }
    for (Path document : parts.documents()) {
      Path copy = directory.resolve(document.getFileName());
      if (!Files.exists(copy)) { // the one among the author's files is more particular
        Tree.addFile(document, copy);
      }
    }
  }

  private void addDispatch() throws IOException {
    Path dispatch = directory.resolve("dispatch");
    if (!Files.exists(dispatch)) {
      Launch launch = parts.launch();
      List<String> jars = new ArrayList<>();
      for (Library library : parts.libraries()) {
        jars.add("lib/" + library.name());
      }
      Optional<ArchiveUse> archive =
          ClassArchive.make(directory, jars, launch.mainClass(), launch.allOptions());
      Dispatch.write(dispatch, launch, parts.libraries(), archive);
    }
  }
}
