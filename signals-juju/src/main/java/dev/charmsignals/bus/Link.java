package dev.charmsignals.bus;

import dev.charmsignals.log.OutgoingLog;
import java.util.Optional;

/**
 * One relation during one hook: what is remembered of it, and what is to be written.
 *
 * @param book what is remembered
 * @param log our own stream, once this hook has needed it
 * @param write whether our stream has changed
 * @param ackDue whether somebody should be told now how far we have read
 * @param showDue whether somebody new must be able to see our stream, so that it is to be looked at
 *     even if there is nothing to write
 */
record Link(Book book, Optional<OutgoingLog> log, boolean write, boolean ackDue, boolean showDue) {

  static Link of(Book book) {
    return new Link(book, Optional.empty(), false, false, false);
  }

  Link with(Book book) {
    return new Link(book, log, write, ackDue, showDue);
  }

  /** Our stream as the bag holds it, at the head that is remembered. */
  Link with(OutgoingLog log) {
    return new Link(book, Optional.of(log), write, ackDue, showDue);
  }

  /** Our stream as it is to stand in the bag. */
  Link writing(OutgoingLog log) {
    return new Link(book.with(Standing.of(log)), Optional.of(log), true, ackDue, showDue);
  }

  Link acknowledging() {
    return new Link(book, log, write, true, showDue);
  }

  Link showing() {
    return new Link(book, log, write, ackDue, true);
  }
}
