package dev.charmsignals.pebble;

import dev.charmsignals.json.JsonWriter;

/**
 * The layers of configuration, and the plan that they make together.
 *
 * <p>Layers live in the daemon's memory: after a restart of the container only those of the image
 * are left, so a charm adds its own in every pebble-ready. Adding one starts and stops no service,
 * {@link Services#replan} does; checks it starts at once.
 */
public final class Layers {

  private final Daemon daemon;

  Layers(Daemon daemon) {
    this.daemon = daemon;
  }

  /**
   * Adds a layer, or merges it into the one of that label: so it may be done in every hook.
   *
   * @throws PebbleApiException when Pebble finds something wrong with the layer
   */
  public void combine(String label, Layer layer) {
    post(label, layer.json(), true);
  }

  /** The same with a layer as YAML or JSON text. */
  public void combine(String label, String yaml) {
    post(label, yaml, true);
  }

  /**
   * Adds a layer that must be new.
   *
   * @throws PebbleApiException when the label is taken, or something is wrong with the layer
   */
  public void add(String label, Layer layer) {
    post(label, layer.json(), false);
  }

  /** Returns what all layers make together. */
  public Plan plan() {
    return Plan.parse(planYaml());
  }

  /** Returns what all layers make together, as YAML text. */
  public String planYaml() {
    if (daemon.get("/v1/plan?format=yaml") instanceof String yaml) {
      return yaml;
    }
    throw new PebbleProtocolException("the plan is no text");
  }

  private void post(String label, String layer, boolean combine) {
    JsonWriter json = new JsonWriter().startObject();
    json.name("action").string("add");
    json.name("combine").bool(combine);
    json.name("label").string(label);
    json.name("format").string("yaml");
    json.name("layer").string(layer);
    daemon.post("/v1/layers", json.endObject().text());
  }
}
