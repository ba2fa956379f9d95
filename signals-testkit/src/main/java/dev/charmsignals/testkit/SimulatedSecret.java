package dev.charmsignals.testkit;

import dev.charmsignals.testkit.world.ImpossibleWorldException;
import dev.charmsignals.testkit.world.SecretFacts;
import dev.charmsignals.testkit.world.World;
import java.util.Map;

/** A secret of a user, as {@code juju add-secret} makes one, to be named in a config option. */
public final class SimulatedSecret {

  private final World world;
  private final String id;

  SimulatedSecret(World world, String id) {
    this.world = world;
    this.id = id;
  }

  /** Returns {@code secret:} and its id, which is what a config option takes. */
  public String uri() {
    return "secret:" + id;
  }

  /** Returns everything there is to see of it. */
  public SecretFacts facts() {
    return world.view().secrets().stream()
        .filter(secret -> secret.uri().equals(uri()))
        .findFirst()
        .orElseThrow(() -> new ImpossibleWorldException("There is no secret %s".formatted(uri())));
  }

  /** Lets an application read it. */
  public SimulatedSecret grant(String application) {
    world.userSecrets().grant(id, application);
    return this;
  }

  /** Takes that back. */
  public SimulatedSecret revoke(String application) {
    world.userSecrets().revoke(id, application);
    return this;
  }

  /** Gives it new content; units that have read it get secret-changed. */
  public SimulatedSecret update(Map<String, String> content) {
    world.userSecrets().update(id, content);
    return this;
  }

  /** Removes it. */
  public void remove() {
    world.userSecrets().remove(id);
  }
}
