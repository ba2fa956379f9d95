package dev.charmsignals.testkit.archive;

import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/**
 * What an entry is and who may do what with it.
 *
 * @param type what it is, in the bits that Go has for it and that Juju's refusal shows
 * @param permissions the nine bits of a Unix mode; there is no place for set-user-ID and the like
 */
public record Mode(int type, int permissions) {

  /** The type of a regular file. */
  static final int FILE = 0;

  /** The type of a directory. */
  static final int DIRECTORY = 1 << 31;

  /** The type of a symbolic link. */
  static final int LINK = 1 << 27;

  private static final int DEVICE = 1 << 26;
  private static final int PIPE = 1 << 25;
  private static final int SOCKET = 1 << 24;
  private static final int CHARACTERS = 1 << 21;
  private static final int PERMISSIONS = 0777;

  private static final int MADE_ON_UNIX = 3;
  private static final int MADE_ON_MACOS = 19;
  private static final Set<Integer> MADE_ON_DOS = Set.of(0, 11, 14); // FAT, NTFS, VFAT
  private static final int DOS_READ_ONLY = 0x01;
  private static final int DOS_DIRECTORY = 0x10;

  /** Returns the mode of a regular file. */
  public static Mode file(int permissions) {
    return new Mode(FILE, permissions);
  }

  /** Returns the mode of a directory. */
  public static Mode directory(int permissions) {
    return new Mode(DIRECTORY, permissions);
  }

  /** Returns the mode of a symbolic link. */
  static Mode link() {
    return new Mode(LINK, PERMISSIONS);
  }

  /** Returns the mode of something that no charm may contain, such as a pipe. */
  static Mode other() {
    return new Mode(PIPE, 0);
  }

  /**
   * Reads an entry's attributes, which mean different things to different systems. What is made by
   * none that Juju knows may be read by nobody.
   *
   * @param system the system that made the entry, in ZIP's numbers
   * @param attributes the external attributes
   * @param name the entry's name; a slash at its end makes it a directory
   */
  static Mode of(int system, long attributes, String name) {
    Mode mode = file(0);
    if (system == MADE_ON_UNIX || system == MADE_ON_MACOS) {
      mode = ofUnix((int) (attributes >>> 16));
    } else if (MADE_ON_DOS.contains(system)) {
      mode = ofDos((int) attributes);
    }
    return name.endsWith("/") ? new Mode(mode.type | DIRECTORY, mode.permissions) : mode;
  }

  private static Mode ofUnix(int mode) {
    int type =
        switch (mode & 0170000) {
          case 0010000 -> PIPE;
          case 0020000 -> DEVICE | CHARACTERS;
          case 0040000 -> DIRECTORY;
          case 0060000 -> DEVICE;
          case 0120000 -> LINK;
          case 0140000 -> SOCKET;
          default -> FILE;
        };
    return new Mode(type, mode & PERMISSIONS);
  }

  private static Mode ofDos(int attributes) {
    Mode mode = (attributes & DOS_DIRECTORY) == 0 ? file(0666) : directory(0777);
    boolean readOnly = (attributes & DOS_READ_ONLY) != 0;
    return readOnly ? new Mode(mode.type, mode.permissions & ~0222) : mode;
  }

  /** Returns whether an agent unpacks such an entry. */
  public boolean isKnown() {
    return type == FILE || type == DIRECTORY || type == LINK;
  }

  /** Returns whether it is a directory. */
  public boolean isDirectory() {
    return type == DIRECTORY;
  }

  /** Returns whether it is a symbolic link. */
  public boolean isLink() {
    return type == LINK;
  }

  /** Returns the permissions that are left under a umask. */
  public Set<PosixFilePermission> permissions(int umask) {
    int left = permissions & ~umask;
    Set<PosixFilePermission> granted = EnumSet.noneOf(PosixFilePermission.class);
    for (PosixFilePermission each : PosixFilePermission.values()) {
      if ((left & 0400 >> each.ordinal()) != 0) { // owner's read, write, execute, then the others'
        granted.add(each);
      }
    }
    return granted;
  }

  /** Returns the bits of permissions. */
  static int bits(Set<PosixFilePermission> permissions) {
    return permissions.stream().mapToInt(each -> 0400 >> each.ordinal()).sum();
  }
}
