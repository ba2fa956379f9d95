package dev.charmsignals.testkit.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the attributes of an entry mean, by the system that made it. */
class ModeTest {

  private static final int FAT = 0;
  private static final int UNIX = 3;

  @ParameterizedTest
  @CsvSource({
    "0100644, false, false, rw-r--r--",
    "0100755, false, false, rwxr-xr-x",
    "0104755, false, false, rwxr-xr-x", // set-user-ID does not travel
    "0000600, false, false, rw-------", // no type at all is a file
    "0040750, true, false, rwxr-x---",
    "0120777, false, true, rwxrwxrwx"
  })
  void readsUnixModes(String octal, boolean directory, boolean link, String permissions) {
    Mode mode = Mode.of(UNIX, Long.parseLong(octal, 8) << 16, "name");

    assertEquals(
        List.of(directory, link, permissions),
        List.of(
            mode.isDirectory(), mode.isLink(), PosixFilePermissions.toString(mode.permissions(0))));
  }

  @ParameterizedTest
  @CsvSource({
    "0010644, 33554432", // pipe
    "0020644, 69206016", // character device
    "0060644, 67108864", // block device
    "0140644, 16777216" // socket
  })
  void knowsTheTypesThatAreRefusedByTheirNumbers(String octal, String number) {
    Member member = new Member("x", Mode.of(UNIX, Long.parseLong(octal, 8) << 16, "x"), () -> null);

    assertEquals("unknown file type " + number, refusal(member));
  }

  private static String refusal(Member member) {
    try {
      return member.refusal().orElse("none");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void takesTheNumbersOfMacOsForUnixModes() {
    assertEquals(Mode.file(0755), Mode.of(19, 0100755L << 16, "name"));
  }

  @Test
  void letsEverybodyWriteWhatSystemsWithoutModesMade() {
    List<Mode> modes =
        Stream.of(FAT, 11, 14).map(system -> Mode.of(system, 0, "name")).distinct().toList();

    assertEquals(List.of(Mode.file(0666)), modes);
    assertEquals(Mode.file(0444), Mode.of(FAT, 0x01, "name"));
    assertEquals(Mode.directory(0777), Mode.of(FAT, 0x10, "name"));
  }

  @Test
  void letsNobodyReadWhatAnUnknownSystemMade() {
    assertEquals(Mode.file(0), Mode.of(5, 0100755L << 16, "name"));
  }

  @Test
  void takesASlashAtTheEndForADirectory() {
    assertEquals(Mode.directory(0644), Mode.of(UNIX, 0100644L << 16, "lib/"));
    assertEquals(Mode.directory(0666), Mode.of(FAT, 0, "lib/"));
    assertEquals(
        "unknown file type 2281701376",
        refusal(new Member("lib/", Mode.of(UNIX, 0120777L << 16, "lib/"), () -> null)));
  }

  @Test
  void takesTheBitsOfTheUmaskAway() {
    assertEquals("rw-r--r--", PosixFilePermissions.toString(Mode.file(0666).permissions(022)));
  }
}
