package dev.charmsignals.testkit.archive;

import dev.charmsignals.testkit.world.CharmMetadata;
import dev.charmsignals.testkit.world.ImpossibleWorldException;
import dev.charmsignals.testkit.world.JujuFlavour;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A packed charm as a controller has it, which keeps what it was when it was read.
 *
 * @param file where it came from
 * @param members what is in it
 * @param metadata what it declares
 */
public record CharmArchive(Path file, Members members, CharmMetadata metadata) {

  private static final String METADATA = "metadata.yaml";
  private static final String NOTHING = "{}";

  /**
   * Reads an archive, as when it is uploaded, and looks for what would stop an agent that unpacks
   * it.
   *
   * @param path the archive, or a directory with one for this machine, such as {@code target}
   * @throws ImpossibleWorldException when Juju would not take it, in Juju's words
   */
  public static CharmArchive read(Path path) {
    Path file = Files.isDirectory(path) ? ArchiveSearch.in(path) : path;
    try {
      return read(file, Members.ofArchive(bytes(file)));
    } catch (IOException e) {
      throw new ImpossibleWorldException("%s: zip: not a valid zip file".formatted(file));
    }
  }

  private static byte[] bytes(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new ImpossibleWorldException(
          "There is no file %s; \"mvn package\" makes one, such as target/panel_ubuntu-24.04_amd64.charm"
              .formatted(file));
    }
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  private static CharmArchive read(Path file, Members members) {
    try {
      String metadata = members.text(METADATA).orElseThrow(() -> withoutMetadata(file, members));
      // Only charmcraft reads sections of the metadata; Juju reads files of their own.
      String config = members.text("config.yaml").orElse(NOTHING);
      String actions = members.text("actions.yaml").orElse(NOTHING);
      members.revision();
      checkMembers(file, members);
      return new CharmArchive(file, members, CharmMetadata.parse(metadata, config, actions));
    } catch (IOException | InvalidPathException e) {
      throw new ImpossibleWorldException("%s: %s".formatted(file, e.getMessage()));
    }
  }

  private static ImpossibleWorldException withoutMetadata(Path file, Members members) {
    String message = "%s: archive file \"%s\" not found".formatted(file, METADATA);
    for (Member member : members) {
      if (member.name().endsWith("/" + METADATA)) {
        return new ImpossibleWorldException(
            message + "; there is \"%s\", and its name is to be exact".formatted(member.name()));
      }
    }
    return new ImpossibleWorldException(message);
  }

  private static void checkMembers(Path file, Members members) throws IOException {
    for (Member member : members) {
      Optional<String> refusal = member.refusal();
      if (refusal.isPresent()) {
        throw new ImpossibleWorldException(
            "%s: cannot install charm: %s".formatted(file, member.cannot(refusal.get())));
      }
    }
  }

  /**
   * Looks for what only some versions of Juju refuse.
   *
   * @throws ImpossibleWorldException when this one would
   */
  public void check(JujuFlavour flavour) {
    Manifest.check(file, members, flavour);
  }
}
