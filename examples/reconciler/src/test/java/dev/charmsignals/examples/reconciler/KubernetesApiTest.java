package dev.charmsignals.examples.reconciler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked of the cluster, by a server that stands in for it. */
class KubernetesApiTest {

  private static final String MAPS = "/api/v1/namespaces/model/configmaps";

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile int answer = 200;
  private HttpServer server;
  private KubernetesApi api;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          asked.add(
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestURI()
                  + " as "
                  + exchange.getRequestHeaders().getFirst("Authorization")
                  + (body.contains("\"name\": \"app-other\"") ? " with app-other" : ""));
          exchange.sendResponseHeaders(answer, -1);
          exchange.close();
        });
    server.start();
    URI address = URI.create("http://localhost:" + server.getAddress().getPort());
    api = new KubernetesApi(HttpClient.newHttpClient(), address, "model", "secret", "app");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void asksWhetherAResourceIsThere() throws IOException {
    assertTrue(api.has("other"));
    answer = 404;
    assertFalse(api.has("other"));

    String question = "GET " + MAPS + "/app-other as Bearer secret";
    assertEquals(List.of(question, question), asked);
  }

  @Test
  void appliesAResource() throws IOException {
    api.apply("other");

    assertEquals(
        List.of(
            "PATCH "
                + MAPS
                + "/app-other?fieldManager=charm&force=true as Bearer secret with app-other"),
        asked);
  }

  @Test
  void deletesAllButWhatIsWanted() throws IOException {
    api.keepOnly(List.of("one", "two"));
    api.keepOnly(List.of());

    assertEquals(
        List.of(
            "DELETE "
                + MAPS
                + "?labelSelector=owner%3Dapp%2Crelated+notin+%28one%2Ctwo%29 as Bearer secret",
            "DELETE " + MAPS + "?labelSelector=owner%3Dapp as Bearer secret"),
        asked);
  }

  @Test
  void failsWhenTheClusterRefuses() {
    answer = 403;

    IOException refusal = assertThrows(IOException.class, () -> api.apply("other"));
    assertEquals("Kubernetes answers with HTTP status 403", refusal.getMessage());
  }
}
