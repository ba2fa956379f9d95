package dev.charmsignals.testkit.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** All entries of an archive, in the order of its directory, which may name one several times. */
public final class Members implements Iterable<Member> {

  private static final String REVISION = "revision";

  private final List<Member> members;

  private Members(List<Member> members) {
    this.members = List.copyOf(members);
  }

  /**
   * Reads the entries of an archive.
   *
   * @throws IOException when it is not one
   */
  static Members ofArchive(byte[] archive) throws IOException {
    List<Member> members = new ArrayList<>();
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(archive)).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        members.add(member(zip, entry));
      }
    }
    return new Members(members);
  }

  private static Member member(ZipFile zip, ZipArchiveEntry entry) throws IOException {
    // Its own name has been improved by guesses of what might have been meant.
    String name = new String(entry.getRawName(), StandardCharsets.UTF_8);
    int system = entry.getVersionMadeBy() >> 8;
    try (InputStream raw = zip.getRawInputStream(entry)) {
      return new Member(
          name,
          Mode.of(system, entry.getExternalAttributes(), name),
          new Deflated(raw.readAllBytes(), entry.getMethod(), entry.getSize(), entry.getCrc()));
    }
  }

  /**
   * Returns what packing a charm directory would make of it. As in an archive of charmcraft, the
   * files of a directory come before its subdirectories.
   */
  public static Members ofDirectory(Path directory) throws IOException {
    Path root = directory.toRealPath();
    List<Member> members = new ArrayList<>();
    addAll(root, root, members);
    return new Members(members);
  }

  private static void addAll(Path root, Path directory, List<Member> members) throws IOException {
    int permissions = Mode.bits(Files.getPosixFilePermissions(directory));
    String name = directory.equals(root) ? "./" : root.relativize(directory) + "/";
    members.add(new Member(name, Mode.directory(permissions), InputStream::nullInputStream));
    List<Path> subdirectories = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
          subdirectories.add(file);
        } else {
          members.add(member(root, file));
        }
      }
    }
    for (Path each : subdirectories) {
      addAll(root, each, members);
    }
  }

  private static Member member(Path root, Path file) throws IOException {
    String name = root.relativize(file).toString();
    if (Files.isSymbolicLink(file)) {
      return text(name, Mode.link(), Files.readSymbolicLink(file).toString());
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return new Member(name, Mode.other(), InputStream::nullInputStream);
    }
    Mode mode = Mode.file(Mode.bits(Files.getPosixFilePermissions(file)));
    return new Member(name, mode, () -> Files.newInputStream(file));
  }

  /** Returns what packing texts would make of them. */
  public static Members ofTexts(Map<String, String> texts) {
    List<Member> members = new ArrayList<>();
    texts.forEach((name, text) -> members.add(text(name, Mode.file(0644), text)));
    return new Members(members);
  }

  private static Member text(String name, Mode mode, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Member(name, mode, () -> new ByteArrayInputStream(bytes));
  }

  /** Returns the text of the first entry with exactly this name. */
  Optional<String> text(String name) throws IOException {
    for (Member member : members) {
      if (member.name().equals(name)) {
        try (InputStream in = member.content().open()) {
          return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the number in the file {@code revision}; 0 if there is none.
   *
   * @throws IOException when there is none in it
   */
  public int revision() throws IOException {
    try {
      return Integer.parseInt(text(REVISION).orElse("0").strip());
    } catch (NumberFormatException e) {
      throw new IOException("invalid revision file", e);
    }
  }

  /**
   * Returns what an agent notes down as unpacked, to delete it in an upgrade; always with the file
   * that it writes itself.
   */
  public SortedSet<String> listed() {
    SortedSet<String> listed = new TreeSet<>();
    members.forEach(member -> listed.add(member.listed()));
    listed.remove("");
    listed.add(REVISION);
    return listed;
  }

  @Override
  public Iterator<Member> iterator() {
    return members.iterator();
  }
}
