package dev.charmsignals.testkit.world;

/** The kinds of hooks this world runs, and what else runs as they do. */
public enum HookKind {
  /** First hook of a unit; no relation can be used in it. */
  INSTALL("install", Of.UNIT),
  /** Follows the first config-changed. */
  START("start", Of.UNIT),
  /** Configuration differs from what the unit last ran config-changed for. */
  CONFIG_CHANGED("config-changed", Of.UNIT),
  /** The charm was refreshed. */
  UPGRADE_CHARM("upgrade-charm", Of.UNIT),
  /** The unit became leader. */
  LEADER_ELECTED("leader-elected", Of.UNIT),
  /** Nothing else was due and the timer fired. */
  UPDATE_STATUS("update-status", Of.UNIT),
  /** The unit goes away, or its pod does. */
  STOP("stop", Of.UNIT),
  /** Last hook of a unit. */
  REMOVE("remove", Of.UNIT),
  /** The unit entered a relation. */
  RELATION_CREATED("relation-created", Of.RELATION),
  /** A remote unit was seen for the first time. */
  RELATION_JOINED("relation-joined", Of.RELATION),
  /** A databag differs from what was last seen. */
  RELATION_CHANGED("relation-changed", Of.RELATION),
  /** A remote unit left. */
  RELATION_DEPARTED("relation-departed", Of.RELATION),
  /** This unit leaves the relation. */
  RELATION_BROKEN("relation-broken", Of.RELATION),
  /** The unit has got a storage. */
  STORAGE_ATTACHED("storage-attached", Of.STORAGE),
  /** The unit is to let go of a storage. */
  STORAGE_DETACHING("storage-detaching", Of.STORAGE),
  /** The agent has reached a container for the first time since that started. */
  PEBBLE_READY("pebble-ready", Of.CONTAINER),
  /** Somebody left a notice in a container. */
  PEBBLE_CUSTOM_NOTICE("pebble-custom-notice", Of.CONTAINER),
  /** A health check in a container has failed for long enough. */
  PEBBLE_CHECK_FAILED("pebble-check-failed", Of.CONTAINER),
  /** It is well again. */
  PEBBLE_CHECK_RECOVERED("pebble-check-recovered", Of.CONTAINER),
  /** A secret that the unit reads has a newer revision than the one it sees. */
  SECRET_CHANGED("secret-changed", Of.UNIT),
  /** A secret of the unit is to get new content, as its rotation policy says. */
  SECRET_ROTATE("secret-rotate", Of.UNIT),
  /** A revision of a secret of the unit has expired; it is told until it is gone. */
  SECRET_EXPIRED("secret-expired", Of.UNIT),
  /** Nobody reads a revision of a secret of the unit any more. */
  SECRET_REMOVE("secret-remove", Of.UNIT),
  /** No hook: an operator runs an action. */
  ACTION("action", Of.OPERATOR),
  /** No hook: an operator runs a command of his own in the unit's context. */
  JUJU_EXEC("juju-exec", Of.OPERATOR);

  private enum Of {
    UNIT,
    RELATION,
    STORAGE,
    CONTAINER,
    OPERATOR
  }

  private final String word;
  private final Of of;

  HookKind(String word, Of of) {
    this.word = word;
    this.of = of;
  }

  /** Returns the hook's name without an endpoint, such as {@code relation-changed}. */
  public String word() {
    return word;
  }

  /** Returns whether the hook belongs to a relation. */
  public boolean isRelation() {
    return of == Of.RELATION;
  }

  /** Returns whether the hook belongs to a storage. */
  public boolean isStorage() {
    return of == Of.STORAGE;
  }

  /** Returns whether the hook belongs to a container. */
  public boolean isWorkload() {
    return of == Of.CONTAINER;
  }

  /** Returns whether it is a hook, and nothing that an operator runs. */
  public boolean isHook() {
    return of != Of.OPERATOR;
  }
}
