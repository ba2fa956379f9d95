package dev.charmsignals.testkit.agent;

import dev.charmsignals.testkit.archive.Member;
import dev.charmsignals.testkit.archive.Members;
import dev.charmsignals.testkit.archive.Mode;
import dev.charmsignals.testkit.archive.Removal;
import dev.charmsignals.testkit.world.ImpossibleWorldException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A unit's copy of a charm, unpacked as an agent does it (contract section 7).
 *
 * <p>All files are new, and as old as that: nothing of their times or owners is in an archive that
 * an agent would look at.
 */
public final class UnpackedCharm {

  /** The umask of an agent. */
  private static final int UMASK = 022;

  private static final Set<PosixFilePermission> PARENT = Mode.directory(0777).permissions(UMASK);
  private static final Set<PosixFilePermission> OPEN_TO_OWNER =
      EnumSet.range(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_EXECUTE);

  private final Path charm;

  private UnpackedCharm(Path charm) {
    this.charm = charm;
  }

  /**
   * Unpacks a charm directory, for tests that need a copy of one.
   *
   * @param agentDirectory gets {@code charm}
   * @param hooks the names of all hooks the charm can have, which are made executable
   */
  public static void unpack(Path directory, Path agentDirectory, Set<String> hooks) {
    try {
      String url = "local:" + directory.toRealPath().getFileName() + "-0";
      unpack(Members.ofDirectory(directory), agentDirectory, url, hooks);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + directory, e);
    }
  }

  /**
   * Unpacks a charm over whatever is there. Files of the revision before that are not in this one
   * are deleted, and so is all in directories that only that one had; other files that the charm
   * made itself stay.
   *
   * @param agentDirectory gets {@code charm}, and the list of what was unpacked
   * @param url how the controller calls the charm, such as {@code local:panel-1}
   * @param hooks the names of all hooks the charm can have, which are made executable
   * @throws ImpossibleWorldException when an agent would stop
   */
  public static void unpack(Members members, Path agentDirectory, String url, Set<String> hooks) {
    DeployedFiles deployed = new DeployedFiles(agentDirectory);
    boolean upgrading = deployed.url().isPresent();
    try {
      UnpackedCharm unpacked = new UnpackedCharm(directory(agentDirectory));
      SortedSet<String> before = deployed.files();
      deployed.begin(url, members.listed());
      unpacked.remove(before, members.listed());
      for (Member member : members) {
        unpacked.add(member);
      }
      unpacked.makeExecutable(hooks);
      unpacked.write("revision", Integer.toString(members.revision()));
      deployed.end();
    } catch (IOException e) {
      throw new ImpossibleWorldException(
          "cannot %s charm: %s".formatted(upgrading ? "upgrade" : "install", e.getMessage()));
    }
  }

  private static Path directory(Path agentDirectory) throws IOException {
    Path charm = agentDirectory.toRealPath().resolve("charm");
    if (!Files.exists(charm)) {
      Files.createDirectory(charm);
      Files.setPosixFilePermissions(charm, PARENT);
    }
    return charm;
  }

  private void remove(SortedSet<String> before, SortedSet<String> now) throws IOException {
    SortedSet<String> gone = new TreeSet<>(before);
    gone.removeAll(now);
    for (String name : gone) {
      Path file = charm.resolve(name).normalize();
      // Where a name or a link leads out, Juju deletes there, and the simulated one nothing.
      if (!file.equals(charm) && isInside(file.resolveSibling(""))) {
        Removal.of(file);
      }
    }
  }

  private boolean isInside(Path directory) throws IOException {
    return Files.exists(directory) && directory.toRealPath().startsWith(charm);
  }

  private void add(Member member) throws IOException {
    try {
      Optional<String> refusal = member.refusal();
      if (refusal.isPresent()) {
        throw new IOException(refusal.get());
      }
      Path target = charm.resolve(member.place());
      makeParents(member.place());
      if (member.mode().isDirectory()) {
        addDirectory(member.mode(), target);
      } else {
        Removal.of(target);
        addFile(member, target);
      }
    } catch (IOException e) {
      throw new IOException(member.cannot(String.valueOf(e.getMessage())), e);
    }
  }

  /** Juju would write through a link that leads out by way of another one. */
  private void makeParents(String place) throws IOException {
    for (int slash = place.indexOf('/'); slash >= 0; slash = place.indexOf('/', slash + 1)) {
      Path there = charm.resolve(place.substring(0, slash));
      if (!Files.exists(there)) {
        Files.createDirectory(there);
        Files.setPosixFilePermissions(there, PARENT);
      } else if (!Files.isDirectory(there)) {
        throw new IOException("mkdir %s: not a directory".formatted(there));
      }
      if (!isInside(there)) {
        throw new IOException(
            "Juju would follow \"%s\" out of the charm's directory, and the simulated one does not"
                .formatted(charm.relativize(there)));
      }
    }
  }

  /** A directory that is there already gets its mode as it stands, whatever the umask is. */
  private void addDirectory(Mode mode, Path target) throws IOException {
    boolean there = Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS);
    if (!there) {
      Removal.of(target);
      Files.createDirectory(target);
    }
    Set<PosixFilePermission> permissions = mode.permissions(there ? 0 : UMASK);
    permissions.addAll(OPEN_TO_OWNER); // an agent is root, to whom it is open in any case
    Files.setPosixFilePermissions(target, permissions);
  }

  private static void addFile(Member member, Path target) throws IOException {
    if (member.mode().isLink()) {
      Files.createSymbolicLink(target, Path.of(member.destination()));
      return;
    }
    try (InputStream in = member.content().open()) {
      Files.copy(in, target);
    }
    Files.setPosixFilePermissions(target, member.mode().permissions(UMASK));
  }

  private void write(String name, String text) throws IOException {
    Path file = charm.resolve(name);
    Removal.of(file);
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, Mode.file(0666).permissions(UMASK));
  }

  private void makeExecutable(Set<String> hooks) throws IOException {
    Path directory = charm.resolve("hooks");
    if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    for (String hook : hooks) {
      Path file = directory.resolve(hook);
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        permissions.add(PosixFilePermission.OWNER_EXECUTE);
        Files.setPosixFilePermissions(file, permissions);
      }
    }
  }
}
