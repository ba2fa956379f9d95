package dev.charmsignals.examples.reconciler;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The cluster that the charm's pod runs in, opened when it is first needed; few hooks need it. */
final class InCluster implements Cluster {

  private static final Path ACCOUNT = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");
  private static final URI SERVER = URI.create("https://kubernetes.default.svc");

  private final String owner;

  InCluster(String owner) {
    this.owner = owner;
  }

  @Override
  public boolean has(String application) throws IOException {
    return open().has(application);
  }

  @Override
  public void apply(String application) throws IOException {
    open().apply(application);
  }

  @Override
  public void keepOnly(Collection<String> applications) throws IOException {
    open().keepOnly(applications);
  }

  private Cluster open() throws IOException {
    HttpClient client = HttpClient.newBuilder().sslContext(trustingTheCluster()).build();
    return new KubernetesApi(
        client,
        SERVER,
        Files.readString(ACCOUNT.resolve("namespace")).strip(),
        Files.readString(ACCOUNT.resolve("token")).strip(),
        owner);
  }

  private static SSLContext trustingTheCluster() throws IOException {
    try (InputStream authority = Files.newInputStream(ACCOUNT.resolve("ca.crt"))) {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      for (Certificate certificate :
          CertificateFactory.getInstance("X.509").generateCertificates(authority)) {
        trusted.setCertificateEntry("cluster-" + trusted.size(), certificate);
      }
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException unusable) {
      throw new IOException("The cluster's certificate cannot be used", unusable);
    }
  }
}
