package dev.charmsignals.fake;

import java.util.HashMap;
import java.util.Map;

/** Environments as Juju makes them, of the unit {@code app/1}. */
public final class FakeHook {

  private FakeHook() {}

  /** A hook of the unit's life. */
  public static Map<String, String> lifecycle(String name) {
    Map<String, String> environment = new HashMap<>();
    environment.put("JUJU_UNIT_NAME", "app/1");
    environment.put("JUJU_DISPATCH_PATH", "hooks/" + name);
    environment.put("JUJU_HOOK_NAME", name);
    environment.put("JUJU_MODEL_NAME", "test");
    environment.put("JUJU_VERSION", "3.6.28");
    return environment;
  }

  /** A hook of the relation {@code db:7} with {@code mysql/0}. */
  public static Map<String, String> ofDatabase(String step) {
    Map<String, String> environment = lifecycle("db-relation-" + step);
    boolean aboutUnit = !step.equals("created") && !step.equals("broken");
    environment.put("JUJU_RELATION", "db");
    environment.put("JUJU_RELATION_ID", "db:7");
    environment.put("JUJU_REMOTE_APP", "mysql");
    environment.put("JUJU_REMOTE_UNIT", aboutUnit ? "mysql/0" : "");
    if (step.equals("departed")) {
      environment.put("JUJU_DEPARTING_UNIT", "mysql/0");
    }
    return environment;
  }
}
