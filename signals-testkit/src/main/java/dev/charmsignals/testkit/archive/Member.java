package dev.charmsignals.testkit.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One entry of an archive.
 *
 * @param name as it stands in the archive, such as {@code lib/} or {@code ./dispatch}
 * @param mode what it is
 * @param content what is in it; of a link, where it leads
 */
public record Member(String name, Mode mode, Content content) {

  private static final String UP = "../";

  /** Returns the name without detours, as the list of what was unpacked has it. */
  public String listed() {
    return Path.of(name).normalize().toString();
  }

  /**
   * Returns where it goes in the charm's directory. A name that leads out of it goes to the place
   * that it has without that: {@code ../../etc/passwd} to {@code etc/passwd}.
   */
  public String place() {
    String place = listed();
    if (place.startsWith("/")) {
      place = place.substring(1);
    }
    while (place.startsWith(UP)) {
      place = place.substring(UP.length());
    }
    return place;
  }

  /** Returns where it leads, if it is a link. */
  public String destination() throws IOException {
    try (InputStream in = content.open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Says why an agent stops at this entry, whatever is in its way, if it does. */
  public Optional<String> refusal() throws IOException {
    if (!mode.isKnown()) {
      return Optional.of("unknown file type " + Integer.toUnsignedString(mode.type()));
    }
    if (place().equals("..") || place().isEmpty() && !mode.isDirectory()) {
      return Optional.of(
          "Juju would put it in the place of a directory of its own, and the simulated one does not");
    }
    return mode.isLink() ? linkRefusal(destination()) : Optional.empty();
  }

  /** Says that it cannot be unpacked, and why. */
  public String cannot(String why) {
    String shown = listed().isEmpty() ? "." : listed();
    return "cannot extract \"%s\": %s".formatted(shown, why);
  }

  private Optional<String> linkRefusal(String destination) {
    if (destination.startsWith("/")) {
      return Optional.of("symlink \"%s\" is absolute".formatted(destination));
    }
    String end = Path.of(place()).resolveSibling(destination).normalize().toString();
    return end.equals("..") || end.startsWith(UP)
        ? Optional.of("symlink \"%s\" leads out of scope".formatted(destination))
        : Optional.empty();
  }
}
