package dev.charmsignals.testkit.world;

import java.util.Optional;

/**
 * One hook that is due for a unit, or was run; or an action, or what an operator had executed.
 *
 * @param kind which one
 * @param endpoint the unit's endpoint; empty outside relation hooks
 * @param relation the relation's number; -1 outside relation hooks
 * @param remoteApplication {@code JUJU_REMOTE_APP}; empty outside relation hooks
 * @param remoteUnit {@code JUJU_REMOTE_UNIT}; empty in created, broken and application-level hooks
 * @param departingUnit {@code JUJU_DEPARTING_UNIT}; empty but in departed
 * @param version the databag's version that made it due, which is what a commit records
 * @param subject what it is about that is no relation
 */
public record Hook(
    HookKind kind,
    String endpoint,
    int relation,
    String remoteApplication,
    String remoteUnit,
    String departingUnit,
    long version,
    HookSubject subject) {

  static Hook of(HookKind kind) {
    return about(kind, HookSubject.NOTHING);
  }

  static Hook about(HookKind kind, HookSubject subject) {
    return new Hook(kind, "", -1, "", "", "", 0, subject);
  }

  /**
   * Returns the name Juju gives the hook, such as {@code channel-relation-changed}, or the action's
   * name.
   */
  public String name() {
    if (subject instanceof HookSubject.Action action) {
      return action.name();
    }
    String prefix = kind.isRelation() ? endpoint : subject.prefix();
    return prefix.isEmpty() ? kind.word() : prefix + "-" + kind.word();
  }

  /** Returns {@code JUJU_DISPATCH_PATH}, which juju-exec has not. */
  public Optional<String> dispatchPath() {
    if (kind.isHook()) {
      return Optional.of("hooks/" + name());
    }
    return kind == HookKind.ACTION ? Optional.of("actions/" + name()) : Optional.empty();
  }

  /** Returns whether it belongs to a relation. */
  public boolean isRelation() {
    return kind.isRelation();
  }

  /**
   * Returns the name and what it is about: {@code channel-relation-changed panel/0}, or {@code
   * channel-relation-changed panel} at the level of the application, or {@code install}, or {@code
   * action backup}, or {@code secret-changed password}, or {@code data-storage-attached data/0}.
   */
  @Override
  public String toString() {
    if (kind == HookKind.ACTION) {
      return "action " + name();
    }
    String about = isRelation() && !remoteUnit.isEmpty() ? remoteUnit : remoteApplication;
    if (!isRelation()) {
      about = subject.about();
    }
    return about.isEmpty() ? name() : name() + " " + about;
  }
}
