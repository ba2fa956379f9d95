package dev.charmsignals.model;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The files that the charm's metadata declares as resources and an operator attaches. */
public final class Resources {

  private final HookSession session;
  private final Map<String, Path> fetched = new HashMap<>();

  Resources(HookSession session) {
    this.session = session;
  }

  /**
   * Fetches a resource, once per hook, and returns the file. The first time, and whenever the
   * operator attaches another one, Juju downloads it, which takes its time.
   *
   * @throws dev.charmsignals.name.UndeclaredNameException when the metadata does not declare it
   */
  public Path path(String name) {
    Path known = fetched.get(name);
    if (known == null) {
      session.declared().requireResource(name);
      known = session.tools().storage().resource(name);
      fetched.put(name, known);
    }
    return known;
  }
}
