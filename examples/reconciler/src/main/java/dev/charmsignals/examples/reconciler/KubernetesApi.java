package dev.charmsignals.examples.reconciler;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/** Resources as ConfigMaps, over the API of the cluster that the charm runs in. */
final class KubernetesApi implements Cluster {

  private final HttpClient client;
  private final URI maps;
  private final String token;
  private final String owner;

  /**
   * Creates it.
   *
   * @param server where the API is, such as {@code https://kubernetes.default.svc}
   * @param token what the charm proves itself with
   * @param owner the application whose resources these are
   */
  KubernetesApi(HttpClient client, URI server, String namespace, String token, String owner) {
    this.client = client;
    this.maps = server.resolve("/api/v1/namespaces/" + namespace + "/configmaps");
    this.token = token;
    this.owner = owner;
  }

  @Override
  public boolean has(String application) throws IOException {
    return send(request("/" + name(application)).GET()) == 200;
  }

  @Override
  public void apply(String application) throws IOException {
    // Server-side apply: makes what is missing and repairs what differs. Names are Juju's, so none
    // needs escaping.
    String body =
        """
        {"apiVersion": "v1", "kind": "ConfigMap",
         "metadata": {"name": "%s", "labels": {"owner": "%s", "related": "%s"}},
         "data": {"application": "%s"}}
        """
            .formatted(name(application), owner, application, application);
    requireDone(
        request("/" + name(application) + "?fieldManager=charm&force=true")
            .header("Content-Type", "application/apply-patch+yaml")
            .method("PATCH", HttpRequest.BodyPublishers.ofString(body)));
  }

  @Override
  public void keepOnly(Collection<String> applications) throws IOException {
    String others =
        applications.isEmpty() ? "" : ",related notin (" + String.join(",", applications) + ")";
    String selector = URLEncoder.encode("owner=" + owner + others, StandardCharsets.UTF_8);
    requireDone(request("?labelSelector=" + selector).DELETE());
  }

  private String name(String application) {
    return owner + "-" + application;
  }

  private HttpRequest.Builder request(String rest) {
    return HttpRequest.newBuilder(URI.create(maps + rest))
        .header("Authorization", "Bearer " + token);
  }

  private void requireDone(HttpRequest.Builder request) throws IOException {
    int status = send(request);
    if (status >= 300) {
      throw new IOException("Kubernetes answers with HTTP status " + status);
    }
  }

  private int send(HttpRequest.Builder request) throws IOException {
    try {
      return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while Kubernetes was asked", interrupted);
    }
  }
}
