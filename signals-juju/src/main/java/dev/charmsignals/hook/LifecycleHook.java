package dev.charmsignals.hook;

/** A hook of the unit's own life (contract §1.2). */
public enum LifecycleHook implements Hook {
  INSTALL("install"),
  START("start"),
  CONFIG_CHANGED("config-changed"),
  UPGRADE_CHARM("upgrade-charm"),
  STOP("stop"),
  REMOVE("remove"),
  LEADER_ELECTED("leader-elected"),
  UPDATE_STATUS("update-status");

  private final String hookName;

  LifecycleHook(String hookName) {
    this.hookName = hookName;
  }

  @Override
  public String hookName() {
    return hookName;
  }
}
