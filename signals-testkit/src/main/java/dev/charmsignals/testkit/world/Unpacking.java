package dev.charmsignals.testkit.world;

/** When a unit gets the files of a charm, and which (contract sections 1.7, 5.2 and 7). */
final class Unpacking {

  private Unpacking() {}

  /** Unpacks for a unit that is about to be added. On Kubernetes the name may not be new. */
  static HookProgram first(Application application, String unit) {
    if (application.kubernetes()) {
      application.charm().replacePod(unit);
    }
    return application.charm().unpack(unit);
  }

  /** A unit goes on with the charm that its application has now. */
  static void upgrade(Unit unit) {
    Application application = unit.application();
    put(unit, application.charm());
    unit.agent().unpacked(application.revision());
    if (application.kubernetes()) {
      unit.containers().become(application.metadata().containers());
    }
  }

  /**
   * A unit in error goes on with another charm, if its application was refreshed by force, and is
   * in the same error then.
   */
  static void upgradeByForce(Unit unit) {
    if (unit.agent().failed().isPresent()
        && unit.application().forced()
        && unit.agent().revision() != unit.application().revision()) {
      upgrade(unit);
      unit.agent().countAsUpgraded();
    }
  }

  /** A unit gets another pod, and in it the charm that it has. */
  static void again(Unit unit) {
    put(unit, unit.charm());
  }

  private static void put(Unit unit, RunnableCharm charm) {
    if (unit.application().kubernetes()) {
      charm.replacePod(unit.name());
      unit.agent().restart();
      unit.containers().restart();
    }
    unit.run(charm, charm.unpack(unit.name()));
  }
}
