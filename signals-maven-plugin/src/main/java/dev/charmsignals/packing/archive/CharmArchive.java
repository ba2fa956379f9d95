package dev.charmsignals.packing.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * Writes the directory of a charm as the archive that Juju deploys.
 *
 * <p>The same files give the same bytes, whatever the order, times and permissions on this machine:
 * entries are sorted, and all have one time. Juju unpacks in the order of the archive and dates
 * each file when it does, so that the files of one directory, {@link #LAST}, tell when the others
 * had all been unpacked.
 */
public final class CharmArchive {

  /**
   * The directory whose files come last. Its parent's own files come before it in the archives of
   * charmcraft, too, which otherwise have no order.
   */
  public static final String LAST = "lib/last";

  private CharmArchive() {}

  /**
   * Checks a directory and writes it, in place of what the file holds.
   *
   * @param time what every entry is dated; Juju does not look at it
   * @throws ArchiveException if Juju would refuse the charm or could not run it; nothing is written
   */
  public static void write(Path directory, Path archive, Instant time) {
    Path draft = archive.resolveSibling(archive.getFileName() + ".draft");
    try {
      // Without "..", since links are looked at for where they lead.
      List<ArchiveEntry> entries = entries(directory.toAbsolutePath().normalize());
      Files.createDirectories(archive.toAbsolutePath().getParent());
      try {
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(draft)) {
          zip.setUseZip64(Zip64Mode.Never);
          for (ArchiveEntry entry : entries) {
            write(entry, dated(time), zip);
          }
        }
        Files.move(draft, archive, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + archive, e);
    }
  }

  private static List<ArchiveEntry> entries(Path directory) throws IOException {
    List<ArchiveEntry> entries = new ArrayList<>();
    List<String> mistakes = new ArrayList<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.toList()) {
        if (Files.isSymbolicLink(file)) {
          entries.add(entry(directory, file, Optional.of(Files.readSymbolicLink(file).toString())));
        } else if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          entries.add(entry(directory, file, Optional.empty()));
        } else if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
          mistakes.add(file + ": is no file, directory or link, and Juju unpacks nothing else");
        }
      }
    }
    entries.sort(Comparator.comparing(ArchiveEntry::isLast).thenComparing(ArchiveEntry::name));
    mistakes.addAll(ArchiveRules.mistakes(directory, entries));
    if (!mistakes.isEmpty()) {
      throw new ArchiveException(mistakes);
    }
    return entries;
  }

  private static ArchiveEntry entry(Path directory, Path file, Optional<String> target) {
    String name =
        directory.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    return new ArchiveEntry(name, file, Files.isExecutable(file), target);
  }

  private static void write(ArchiveEntry entry, long time, ZipArchiveOutputStream zip)
      throws IOException {
    ZipArchiveEntry header = new ZipArchiveEntry(entry.name());
    header.setUnixMode(entry.unixMode());
    header.setTime(time);
    zip.putArchiveEntry(header);
    if (entry.target().isPresent()) {
      zip.write(entry.target().get().getBytes(StandardCharsets.UTF_8));
    } else {
      Files.copy(entry.file(), zip);
    }
    zip.closeArchiveEntry();
  }

  /** Times in a zip have no zone, so this zone's clock is made to show what that of UTC shows. */
  private static long dated(Instant time) {
    return LocalDateTime.ofInstant(time, ZoneOffset.UTC)
        .atZone(ZoneId.systemDefault())
        .toInstant()
        .toEpochMilli();
  }
}
