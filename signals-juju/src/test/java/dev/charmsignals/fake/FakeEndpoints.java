package dev.charmsignals.fake;

import dev.charmsignals.name.Endpoints;
import java.util.List;

/** A charm with the endpoints {@code db}, {@code web} and, for peers, {@code cluster}. */
public final class FakeEndpoints implements Endpoints {

  @Override
  public List<String> names() {
    return List.of("db", "web", "cluster");
  }

  @Override
  public boolean isPeer(String endpoint) {
    return endpoint.equals("cluster");
  }
}
