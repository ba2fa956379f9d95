package dev.charmsignals.pebble;

import dev.charmsignals.json.JsonWriter;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who may ask the daemon for what. Pebble has them since v1.15, in Juju 3.6.4. */
public final class Identities {

  private static final String PATH = "/v1/identities";

  private final Daemon daemon;

  Identities(Daemon daemon) {
    this.daemon = daemon;
  }

  /** Returns all identities by name; passwords are masked. */
  public Map<String, Identity> list() {
    return of(daemon.get(PATH));
  }

  static Map<String, Identity> of(@Nullable Object answer) {
    if (!(answer instanceof Map<?, ?> all)) {
      throw new PebbleProtocolException("the identities are no object");
    }
    Map<String, Identity> identities = new LinkedHashMap<>();
    all.forEach(
        (name, value) ->
            identities.put(String.valueOf(name), Identity.of(Fields.of("an identity", value))));
    return Collections.unmodifiableMap(identities);
  }

  /** Adds identities, or puts them in the place of those of the same names. */
  public void put(Map<String, Identity> identities) {
    JsonWriter json = new JsonWriter().startObject().name("action").string("replace");
    json.name("identities").startObject();
    identities.forEach((name, identity) -> write(json.name(name), identity));
    daemon.post(PATH, json.endObject().endObject().text());
  }

  /** Removes identities; those that do not exist are no failure. */
  public void remove(String... names) {
    remove(List.of(names));
  }

  private void remove(Collection<String> names) {
    JsonWriter json = new JsonWriter().startObject().name("action").string("replace");
    json.name("identities").startObject();
    for (String name : names) {
      json.name(name).nothing();
    }
    daemon.post(PATH, json.endObject().endObject().text());
  }

  private static void write(JsonWriter json, Identity identity) {
    json.startObject().name("access").string(identity.access());
    if (identity.userId().isPresent()) {
      json.name("local").startObject();
      json.name("user-id").number(identity.userId().getAsInt()).endObject();
    }
    if (!identity.passwordHash().isEmpty()) {
      json.name("basic").startObject();
      json.name("password").string(identity.passwordHash()).endObject();
    }
    json.endObject();
  }
}
