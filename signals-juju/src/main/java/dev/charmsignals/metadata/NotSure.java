package dev.charmsignals.metadata;

/** Says that the scanner met something it does not understand; never leaves the package. */
final class NotSure extends RuntimeException {

  NotSure(String what) {
    super(what, null, false, false);
  }
}
