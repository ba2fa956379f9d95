package dev.charmsignals.statuspool;

/** What is asked of the priorities in one pool. */
final class Priorities {

  /** The least important one there is. */
  static final double MOST = 100;

  private Priorities() {}

  /**
   * Checks a member that is to join others.
   *
   * @throws StatusPoolException when its priority is none, or of another kind than theirs
   */
  static void check(String pool, MemberStatus joining, Contents others) {
    if (!others.members().isEmpty() && others.isManual() != (joining.priority() > 0)) {
      throw StatusPoolException.mixed(pool, joining.key(), others.members().get(0).key());
    }
    double next = joining.priority() > 0 ? joining.priority() : others.members().size() + 1;
    if (next > MOST) {
      throw StatusPoolException.priority(pool, joining.key(), next);
    }
  }

  /** Checks a priority that is given by hand. */
  static double require(String pool, String key, double priority) {
    if (!(priority > 0 && priority <= MOST)) {
      throw StatusPoolException.priority(pool, key, priority);
    }
    return priority;
  }
}
