package dev.charmsignals.packing.charmcraft;

import java.util.regex.Pattern;

/** The names that charms can have: Juju's rule, and the length that charmcraft takes. */
public final class CharmName {

  /** The rule in words, to stand behind "is not made of". */
  public static final String RULE =
      "lower-case words joined by -, each with a letter, 40 characters at most";

  private static final Pattern NAME =
      Pattern.compile("(?=.{1,40}$)[a-z][a-z0-9]*(-[a-z0-9]*[a-z][a-z0-9]*)*");

  private CharmName() {}

  /** Returns whether a charm can have that name. */
  public static boolean isWellFormed(String name) {
    return NAME.matcher(name).matches();
  }
}
