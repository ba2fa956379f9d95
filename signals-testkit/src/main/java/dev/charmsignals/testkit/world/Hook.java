package dev.charmsignals.testkit.world;

/**
 * One hook that is due for a unit, or was run.
 *
 * @param kind which one
 * @param endpoint the unit's endpoint; empty outside relation hooks
 * @param relation the relation's number; -1 outside relation hooks
 * @param remoteApplication {@code JUJU_REMOTE_APP}; empty outside relation hooks
 * @param remoteUnit {@code JUJU_REMOTE_UNIT}; empty in created, broken and application-level hooks
 * @param departingUnit {@code JUJU_DEPARTING_UNIT}; empty but in departed
 * @param version the databag's version that made it due, which is what a commit records
 */
public record Hook(
    HookKind kind,
    String endpoint,
    int relation,
    String remoteApplication,
    String remoteUnit,
    String departingUnit,
    long version) {

  static Hook of(HookKind kind) {
    return new Hook(kind, "", -1, "", "", "", 0);
  }

  /** Returns the name Juju gives the hook, such as {@code channel-relation-changed}. */
  public String name() {
    return kind.isRelation() ? endpoint + "-" + kind.word() : kind.word();
  }

  /** Returns whether it belongs to a relation. */
  public boolean isRelation() {
    return kind.isRelation();
  }

  /**
   * Returns the name and what it is about: {@code channel-relation-changed panel/0}, or {@code
   * channel-relation-changed panel} at the level of the application, or {@code install}.
   */
  @Override
  public String toString() {
    if (!isRelation()) {
      return name();
    }
    String about = remoteUnit.isEmpty() ? remoteApplication : remoteUnit;
    return about.isEmpty() ? name() : name() + " " + about;
  }
}
