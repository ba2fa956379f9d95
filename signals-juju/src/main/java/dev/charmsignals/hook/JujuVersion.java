package dev.charmsignals.hook;

import java.util.Optional;

/**
 * A version of Juju, such as {@code 3.6.28} or {@code 4.1-beta2}; ordered as Juju orders them, with
 * what leads up to a release before it.
 *
 * @param major the first number
 * @param minor the second number
 * @param tag what leads up to the release, such as {@code beta}; empty for a release
 * @param patch the third number, or that of the tag
 * @param build the number of the build; 0 for an official one
 */
public record JujuVersion(int major, int minor, String tag, int patch, int build)
    implements Comparable<JujuVersion> {

  /**
   * Reads a version.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static JujuVersion parse(String text) {
    Optional<JujuVersion> version = find(text);
    if (version.isEmpty()) {
      throw new IllegalArgumentException(
          "\"%s\" is no version of Juju, such as \"3.6.28\" or \"4.1-beta2\"".formatted(text));
    }
    return version.get();
  }

  /** Reads a version; empty when it is none. */
  static Optional<JujuVersion> find(String text) {
    Scanner scanner = new Scanner(text);
    int major = scanner.number();
    boolean dotted = scanner.skip('.');
    int minor = scanner.number();
    String tag = "";
    int patch = 0;
    int build = 0;
    if (scanner.skip('-')) {
      tag = scanner.letters();
      patch = scanner.number();
      dotted &= !tag.isEmpty();
    } else if (scanner.skip('.')) {
      patch = scanner.number();
    }
    if (scanner.skip('.')) {
      build = scanner.number();
    }
    return dotted && scanner.ended()
        ? Optional.of(new JujuVersion(major, minor, tag, patch, build))
        : Optional.empty();
  }

  @Override
  public int compareTo(JujuVersion other) {
    int order = Integer.compare(major, other.major);
    if (order == 0) {
      order = Integer.compare(minor, other.minor);
    }
    if (order == 0) {
      order = Boolean.compare(tag.isEmpty(), other.tag.isEmpty());
    }
    if (order == 0) {
      order = tag.compareTo(other.tag);
    }
    if (order == 0) {
      order = Integer.compare(patch, other.patch);
    }
    return order == 0 ? Integer.compare(build, other.build) : order;
  }

  /** Returns it as Juju writes it. */
  @Override
  public String toString() {
    String text = major + "." + minor + (tag.isEmpty() ? "." : "-" + tag) + patch;
    return build == 0 ? text : text + "." + build;
  }

  /** Walks over the text of a version; a number that is not there makes all of it none. */
  private static final class Scanner {
    private final String text;
    private int at;
    private boolean wrong;

    Scanner(String text) {
      this.text = text;
    }

    int number() {
      int start = at;
      int number = 0;
      while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
        number = 10 * number + text.charAt(at++) - '0';
      }
      wrong |= at == start || at - start > 9;
      return number;
    }

    String letters() {
      int start = at;
      while (at < text.length() && text.charAt(at) >= 'a' && text.charAt(at) <= 'z') {
        at++;
      }
      return text.substring(start, at);
    }

    boolean skip(char expected) {
      boolean there = at < text.length() && text.charAt(at) == expected;
      at += there ? 1 : 0;
      return there;
    }

    boolean ended() {
      return !wrong && at == text.length();
    }
  }
}
