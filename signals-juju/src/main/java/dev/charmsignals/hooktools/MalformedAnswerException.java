package dev.charmsignals.hooktools;

/** Text that is not the JSON which the command was asked for; where, but never what. */
final class MalformedAnswerException extends Exception {

  MalformedAnswerException(String what, int position) {
    this(what + " at byte " + position);
  }

  MalformedAnswerException(String what) {
    super(what, null, false, false);
  }
}
