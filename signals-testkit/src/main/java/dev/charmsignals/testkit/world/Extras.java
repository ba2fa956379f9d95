package dev.charmsignals.testkit.world;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Applications and units that are there to be seen and never run a hook. */
final class Extras {

  private record Idle(CharmMetadata metadata) implements RunnableCharm {

    @Override
    public HookProgram unpack(String unit) {
      return hook -> HookExit.SUCCESS;
    }
  }

  private Extras() {}

  /** Adds a unit of an application that is not asked for its charm. */
  static Unit unit(Model model, Application application, int number) {
    Unit extra =
        new Unit(application, number, model.takeMachine(), hook -> HookExit.SUCCESS, model.now());
    application.add(extra);
    return extra;
  }

  /** Adds an application with these endpoints. */
  static Application application(Model model, String name, SortedMap<String, Endpoint> endpoints) {
    CharmMetadata metadata =
        new CharmMetadata(
            name,
            false,
            endpoints,
            new TreeMap<>(),
            Set.of(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeSet<>());
    Application extra = new Application(name, new Idle(metadata), false);
    model.add(extra);
    return extra;
  }
}
