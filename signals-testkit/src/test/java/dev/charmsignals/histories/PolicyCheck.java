package dev.charmsignals.histories;

import dev.charmsignals.log.WhenFull;

/**
 * Judges what becomes of a signal for which a full window has no room: its policy decides whether
 * readers lose their membership or the emitter waits, and it does so in every hook.
 */
final class PolicyCheck {

  private PolicyCheck() {}

  /** Where signals are refused, nobody loses its membership to one; no meddler here says so. */
  static void checkHeader(Ground ground, Stream stream, Wire.Header header) {
    ground.require(
        !isRejecting(ground) || header.barred().isEmpty(),
        "I1 no loss",
        "%s barred %s, where signals are to be refused instead",
        stream,
        header.barred());
  }

  /** Where readers lose their membership, no signal has to wait for them, committed or not. */
  static void checkRefused(Ground ground, String unit, Notebook.Attempt attempt) {
    for (Note note : attempt.notes()) {
      ground.require(
          !(note instanceof Note.Refused refused) || refused.unreadBy() == 0 || isRejecting(ground),
          "I7 progress",
          "%s waits for readers that are to lose their membership instead: %s",
          unit,
          note);
    }
  }

  private static boolean isRejecting(Ground ground) {
    return ground.setting().window(0).whenFull() == WhenFull.REJECT;
  }
}
