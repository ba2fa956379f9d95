package dev.charmsignals.hooktools;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cloud that a model is in, and how to log in to it. Prints no credential.
 *
 * @param type the kind of cloud, such as {@code lxd} or {@code ec2}
 * @param name its name in the controller
 * @param region the region of the model
 * @param endpoint where its interface is
 * @param identityEndpoint where its identity service is
 * @param storageEndpoint where its storage service is
 * @param credential how to log in, if that needs anything
 * @param caCertificates certificates to trust, as PEM
 * @param skipTlsVerify whether the cloud's certificate is not to be checked
 * @param isControllerCloud whether the controller is in the same cloud
 */
public record CloudSpec(
    String type,
    String name,
    Optional<String> region,
    Optional<String> endpoint,
    Optional<String> identityEndpoint,
    Optional<String> storageEndpoint,
    Optional<Credential> credential,
    List<String> caCertificates,
    boolean skipTlsVerify,
    boolean isControllerCloud) {

  /** Copies the list. */
  public CloudSpec {
    caCertificates = List.copyOf(caCertificates);
  }

  /**
   * How to log in to a cloud. Prints the names of attributes and no value.
   *
   * @param authType such as {@code userpass} or {@code certificate}
   * @param attributes what that needs
   * @param redacted attributes that Juju does not tell
   */
  public record Credential(String authType, Map<String, String> attributes, List<String> redacted) {

    /** Copies map and list. */
    public Credential {
      attributes = Map.copyOf(attributes);
      redacted = List.copyOf(redacted);
    }

    @Override
    public String toString() {
      return "Credential[" + authType + ", " + attributes.keySet() + "]";
    }
  }

  static CloudSpec of(AnswerObject answer) {
    return new CloudSpec(
        answer.text("type").orElse(""),
        answer.text("name").orElse(""),
        answer.text("region"),
        answer.text("endpoint"),
        answer.text("identity-endpoint", "identityendpoint"),
        answer.text("storage-endpoint", "storageendpoint"),
        credential(answer.object("credential")),
        answer.texts("cacertificates"),
        answer.flag("skip-tls-verify"),
        answer.flag("is-controller-cloud"));
  }

  private static Optional<Credential> credential(AnswerObject answer) {
    if (answer.parts().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Credential(
            answer.text("auth-type").orElse(""),
            answer.object("attrs").texts(),
            answer.texts("redacted")));
  }
}
