package dev.charmsignals.testkit.world;

/** The kinds of hooks this world runs. */
public enum HookKind {
  /** First hook of a unit; no relation can be used in it. */
  INSTALL("install"),
  /** Follows the first config-changed. */
  START("start"),
  /** Configuration differs from what the unit last ran config-changed for. */
  CONFIG_CHANGED("config-changed"),
  /** The charm was refreshed. */
  UPGRADE_CHARM("upgrade-charm"),
  /** The unit became leader. */
  LEADER_ELECTED("leader-elected"),
  /** Nothing else was due and the timer fired. */
  UPDATE_STATUS("update-status"),
  /** The unit goes away, or its pod does. */
  STOP("stop"),
  /** Last hook of a unit. */
  REMOVE("remove"),
  /** The unit entered a relation. */
  RELATION_CREATED("relation-created"),
  /** A remote unit was seen for the first time. */
  RELATION_JOINED("relation-joined"),
  /** A databag differs from what was last seen. */
  RELATION_CHANGED("relation-changed"),
  /** A remote unit left. */
  RELATION_DEPARTED("relation-departed"),
  /** This unit leaves the relation. */
  RELATION_BROKEN("relation-broken");

  private final String word;

  HookKind(String word) {
    this.word = word;
  }

  /** Returns the hook's name without an endpoint, such as {@code relation-changed}. */
  public String word() {
    return word;
  }

  /** Returns whether the hook belongs to a relation. */
  public boolean isRelation() {
    return compareTo(RELATION_CREATED) >= 0;
  }
}
