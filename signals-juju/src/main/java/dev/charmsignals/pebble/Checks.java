package dev.charmsignals.pebble;

import dev.charmsignals.json.JsonWriter;
import java.util.List;
import java.util.Optional;

/** The health checks of the plan. */
public final class Checks {

  private final Daemon daemon;

  Checks(Daemon daemon) {
    this.daemon = daemon;
  }

  /** Returns how checks are doing, by name; all of them if none is named, unknown ones never. */
  public List<CheckInfo> list(String... names) {
    return list(new Query("/v1/checks").with("names", List.of(names)));
  }

  /** Returns how the checks of a level are doing, {@code alive} or {@code ready}, by name. */
  public List<CheckInfo> ofLevel(String level) {
    return list(new Query("/v1/checks").with("level", level));
  }

  /** Returns how a check is doing; empty if the plan has none of that name. */
  public Optional<CheckInfo> find(String name) {
    return list(name).stream().findFirst();
  }

  /**
   * Starts checks that are stopped. Pebble has this since v1.19, in Juju 3.6.4.
   *
   * @return the names of those that were
   */
  public List<String> start(String... names) {
    return act("start", names);
  }

  /**
   * Stops checks that run. Pebble has this since v1.19, in Juju 3.6.4.
   *
   * @return the names of those that did
   */
  public List<String> stop(String... names) {
    return act("stop", names);
  }

  /**
   * Runs a check now, and waits for it as long as a request may take. Pebble has this since v1.20.
   */
  public CheckInfo refresh(String name) {
    String json = new JsonWriter().startObject().name("name").string(name).endObject().text();
    Object result = daemon.post("/v1/checks/refresh", json).result();
    return CheckInfo.of(Fields.of("a check", Fields.of("a refreshed check", result).value("info")));
  }

  private List<CheckInfo> list(Query query) {
    return Fields.listOf("a check", daemon.get(query.toString())).stream()
        .map(CheckInfo::of)
        .toList();
  }

  private List<String> act(String action, String... names) {
    JsonWriter json = new JsonWriter().startObject().name("action").string(action);
    Pebble.names(json, "checks", List.of(names));
    Object result = daemon.post("/v1/checks", json.endObject().text()).result();
    return Fields.of("the changed checks", result).texts("changed");
  }
}
