package dev.charmsignals.testkit.world;

/** A charm as an operator deploys it: what it declares, and how a unit gets its copy. */
public interface RunnableCharm {

  /** Returns what the charm declares. */
  CharmMetadata metadata();

  /**
   * Unpacks the charm for one unit; called when the unit is added and at every refresh.
   *
   * @param unit the unit's name, such as {@code panel/0}
   * @return what runs that unit's hooks
   */
  HookProgram unpack(String unit);
}
