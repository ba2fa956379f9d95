package dev.charmsignals.postgresqlclient;

import dev.charmsignals.model.HookSession;
import dev.charmsignals.model.Relation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a charm's author decides about a client besides the request. */
final class ClientSettings {

  private final HookSession session;
  private final String endpoint;
  private Path certificates;
  private TlsPolicy tls = TlsPolicy.AS_OFFERED;
  private List<String> aliases = List.of();

  ClientSettings(HookSession session, String endpoint, Path certificates) {
    this.session = session;
    this.endpoint = endpoint;
    this.certificates = certificates;
  }

  void certificates(Path directory) {
    certificates = directory;
  }

  void tls(TlsPolicy policy) {
    tls = policy;
  }

  void aliases(List<String> names) {
    aliases = List.copyOf(names);
  }

  TlsPolicy tls() {
    return tls;
  }

  AuthorityFile authorityFile(Relation relation) {
    String number = Integer.toString(relation.id().number());
    return new AuthorityFile(
        certificates
            .resolve(endpoint.concat("-").concat(number).concat("-ca.pem"))
            .toAbsolutePath());
  }

  /** Every unit finds the same, because all see the same relations. */
  Optional<String> alias(Relation relation) {
    if (aliases.isEmpty()) {
      return Optional.empty();
    }
    int place = 0;
    for (Relation each : session.relations(endpoint)) {
      if (each.id().number() == relation.id().number()) {
        return place < aliases.size() ? Optional.of(aliases.get(place)) : Optional.empty();
      }
      place++;
    }
    return Optional.empty();
  }

  /** Returns whether there are more relations than aliases. */
  boolean hasTooFewAliases() {
    return !aliases.isEmpty() && session.relations(endpoint).size() > aliases.size();
  }
}
