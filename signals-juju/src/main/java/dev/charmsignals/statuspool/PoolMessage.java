package dev.charmsignals.statuspool;

import java.util.List;

/**
 * Makes the one message of a pool from those of its members.
 *
 * <p>Three come ready-made; an author's own is a lambda. In formats {@code {0}}, {@code {1}} and so
 * on stand for what the method names; there is no way to write these themselves.
 */
@FunctionalInterface
public interface PoolMessage {

  /**
   * Returns the message; called whenever the pool's status is asked for and its level is known.
   *
   * @param worstFirst the members, never none, the worst first; without the unknown ones if the
   *     pool leaves these out
   */
  String text(List<MemberStatus> worstFirst);

  /** Shows only the worst member, as in {@code (workload) no disk}; used unless one is chosen. */
  static PoolMessage worstOnly() {
    return worstOnly("({0}) {1}");
  }

  /** The same in another format, of tag and message. */
  static PoolMessage worstOnly(String format) {
    return new WorstOnly(format);
  }

  /** Shows every member, as in {@code (workload:blocked) no disk; (database:active) }. */
  static PoolMessage summary() {
    return summary("({0}:{1}) {2}", "; ");
  }

  /** The same in another format, of tag, status and message, with another separator. */
  static PoolMessage summary(String format, String separator) {
    return new Summary(format, separator);
  }

  /** Counts, as in {@code 1 blocked; 2 active}; says nothing when all are active. */
  static PoolMessage condensed() {
    return condensed("{0} {1}", "; ");
  }

  /** The same in another format, of count and status, with another separator. */
  static PoolMessage condensed(String format, String separator) {
    return new Condensed(format, separator);
  }
}
