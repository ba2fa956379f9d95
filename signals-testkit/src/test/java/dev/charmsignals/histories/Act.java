package dev.charmsignals.histories;

import java.util.Locale;

/**
 * What can happen in a history. Each act can be done in any state of the world, if need be by doing
 * nothing, so that any part of a history is a history; numbers are taken modulo what there is.
 */
enum Act {
  // What charms do: who, which name, how many or how.
  SAY("the units of application %s say %s, and more names up to %s in all"),
  SAY_MUCH("the units of application %s say a long %s"),
  SAY_TO_ONE("the units of application %s say %s to relation %s only"),
  SAY_TO_PEERS("the units of application %s say %s to their peers"),
  SAY_IN("unit %s says %s in its next special hook %s"),
  THROW("unit %s: observer %s throws; from now on if 1: %s"),
  DEFER("unit %s: observer %s defers; from now on if 1: %s"),
  CALM("unit %s: observer %s takes everything well again"),
  // Which hooks run.
  RUN_ONE("unit %s runs one hook"),
  RUN_ALL("unit %s runs all its hooks"),
  SETTLE("all hooks run"),
  HOLD("unit %s is busy"),
  RELEASE("unit %s is free again"),
  // What goes wrong.
  FAIL_NEXT("unit %s: the next hook fails"),
  CRASH_BEFORE("unit %s: the agent dies before the next commit"),
  CRASH_AFTER("unit %s: the agent dies after the next commit"),
  REFUSE("unit %s: the next commit is refused"),
  TERMINATE("unit %s: the next hook is terminated"),
  LOSE("unit %s loses the wake-ups that wait for it"),
  WAKE("unit %s is woken without news in relation %s by unit %s"),
  RESTART("unit %s: the agent restarts"),
  // What an operator does.
  RESOLVE("juju resolved unit %s of those in error"),
  SKIP("juju resolved --no-retry unit %s of those in error"),
  RETRY("automatically-retry-hooks becomes %s, 0 for false"),
  UPDATE_STATUS("unit %s: update-status is due"),
  LEAD("unit %s becomes the leader"),
  NO_LEADER("application %s has no leader"),
  LEAD_IN_HOOK("unit %s: in its next hook sibling %s becomes the leader, before command %s"),
  LEAD_AT_COMMIT("unit %s: at its next commit sibling %s becomes the leader"),
  ADD_UNIT("application %s gets a unit"),
  REMOVE_UNIT("unit %s is removed"),
  REMOVE_AT_COMMIT("unit %s: at its next commit unit %s is removed"),
  SUSPEND("relation %s is suspended"),
  RESUME("relation %s is resumed"),
  RELATE("relation %s is made"),
  UNRELATE("relation %s is removed"),
  REFRESH("application %s is refreshed to edition %s, by force if 0 or 4: %s"),
  REFRESH_AT_COMMIT("unit %s: at its next commit the application is refreshed to edition %s"),
  // What meddlers do.
  REMEMBER("a copy is made of unit %s's bag in relation %s"),
  RESTORE("copy %s + %s of those that were made is put back"),
  JUNK("unit %s's bag in relation %s gets junk of kind %s"),
  NEWER("unit %s's bag in relation %s speaks a newer version");

  private final String words;

  Act(String words) {
    this.words = words;
  }

  /** Returns what it is called in the text of a history. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Act of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Returns the act in words. */
  String words(int who, int what, int how) {
    return words.formatted(who, what, how);
  }
}
