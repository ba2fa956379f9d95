package dev.charmsignals.postgresqlclient;

/** How sure a client wants to be of the server it talks to. */
public enum TlsPolicy {
  /**
   * As the provider offers: with TLS the server's certificate is verified against the provider's
   * authority; without, nothing is asked for.
   */
  AS_OFFERED,
  /** The same, but never in clear: a provider without TLS cannot be connected to. */
  REQUIRED,
  /**
   * The certificate must name the host, too. Not every provider's does: on Kubernetes it names the
   * unit, and what is connected to is a service.
   */
  FULLY_VERIFIED
}
