package dev.charmsignals.testkit.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** A charm archive with whatever a test wants in it, in this order; also what no packer writes. */
public final class HandmadeArchive {

  /** What a charm needs to be taken by every Juju. */
  public static final String MANIFEST =
      "bases: [{name: ubuntu, channel: '24.04', architectures: [amd64]}]";

  private static final int REGULAR = 0100000;
  private static final int DIRECTORY = 0040000;
  private static final int LINK = 0120000;

  private record Entry(String name, int unixMode, byte[] content) {}

  private final List<Entry> entries = new ArrayList<>();

  private HandmadeArchive() {}

  /** Begins with nothing. */
  public static HandmadeArchive empty() {
    return new HandmadeArchive();
  }

  /** Begins with a charm's metadata and manifest. */
  public static HandmadeArchive of(String metadata) {
    return empty().file("metadata.yaml", 0644, metadata).file("manifest.yaml", 0644, MANIFEST);
  }

  /** Adds a file. */
  public HandmadeArchive file(String name, int permissions, String text) {
    return entry(name, REGULAR | permissions, text);
  }

  /** Adds an executable script for bash. */
  public HandmadeArchive script(String name, String commands) {
    return file(name, 0755, "#!/bin/bash\nset -e\n" + commands + "\n");
  }

  /** Adds a directory, whose name ends with a slash. */
  public HandmadeArchive directory(String name, int permissions) {
    return entry(name, DIRECTORY | permissions, "");
  }

  /** Adds a link. */
  public HandmadeArchive link(String name, String destination) {
    return entry(name, LINK | 0777, destination);
  }

  /** Adds an entry of any type. */
  public HandmadeArchive entry(String name, int unixMode, String text) {
    entries.add(new Entry(name, unixMode, text.getBytes(StandardCharsets.UTF_8)));
    return this;
  }

  /** Adds a file as Java's own archives have it: without a mode. */
  public HandmadeArchive withoutMode(String name, String text) {
    return entry(name, 0, text);
  }

  /** Returns its entries. */
  public Members members() {
    try {
      return Members.ofArchive(bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes it into a directory. */
  public Path in(Path directory, String name) {
    return write(directory, name, bytes());
  }

  /** Writes it into a directory, with another size of its last entry's content than is true. */
  public Path withSize(Path directory, String name, int size) {
    return write(directory, name, patched(24, size));
  }

  /** Writes it into a directory, with another checksum of its last entry's content. */
  public Path withChecksum(Path directory, String name, int checksum) {
    return write(directory, name, patched(16, checksum));
  }

  /** Writes it into a directory, with its last entry's content compressed by another method. */
  public Path withMethod(Path directory, String name, int method) {
    return write(directory, name, patched(8, method << 16));
  }

  private static Path write(Path directory, String name, byte[] bytes) {
    try {
      return Files.write(directory.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] bytes() {
    SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(channel)) {
      for (Entry each : entries) {
        ZipArchiveEntry entry = new ZipArchiveEntry(each.name());
        if (each.unixMode() != 0) {
          entry.setUnixMode(each.unixMode());
        }
        zip.putArchiveEntry(entry);
        zip.write(each.content());
        zip.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] all = new byte[(int) channel.size()];
    System.arraycopy(channel.array(), 0, all, 0, all.length);
    return all;
  }

  /** Changes four bytes of the last entry in the archive's directory. */
  private byte[] patched(int offset, int value) {
    byte[] bytes = bytes();
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int last = bytes.length - 4;
    while (buffer.getInt(last) != 0x02014b50) {
      last--;
    }
    buffer.putInt(last + offset, value);
    return bytes;
  }
}
