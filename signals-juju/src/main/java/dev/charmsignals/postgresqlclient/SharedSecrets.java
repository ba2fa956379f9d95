package dev.charmsignals.postgresqlclient;

import dev.charmsignals.model.HookSession;
import dev.charmsignals.model.Relation;
import dev.charmsignals.model.Secret;
import dev.charmsignals.secret.SecretContent;
import dev.charmsignals.secret.SecretInfo;
import dev.charmsignals.secret.SecretRef;
import dev.charmsignals.secret.SecretTerms;
import java.util.Map;
import java.util.Optional;

/**
 * The secrets that a provider's application shares with one client: one for each group of parts.
 */
final class SharedSecrets {

  private final HookSession session;
  private final Relation relation;

  SharedSecrets(HookSession session, Relation relation) {
    this.session = session;
    this.relation = relation;
  }

  /**
   * Sees to it that there is a secret that says this, and that the client may read it.
   *
   * <p>Before Juju 4 the secrets of a refused commit stay, while the bag that named them is not
   * written. Adding one under its label would be refused from then on, so it is looked for.
   *
   * @param known the secret that said it before; empty if there was none
   * @param label under which it is found if nobody knows it
   * @return its URI, which stays the same as long as the secret is there
   */
  String share(String known, String label, Map<String, String> content) {
    Optional<Secret> there = find(known);
    if (there.isPresent()) {
      if (!content.equals(content(known))) {
        there.get().setContent(SecretContent.of(content));
      }
      return known;
    }
    Secret secret = labelled(label, content);
    secret.grant(relation);
    return secret.ref().uri();
  }

  /** Returns the application's secret of this label with this content, a new one if need be. */
  private Secret labelled(String label, Map<String, String> content) {
    Secret left = session.model().secrets().labelled(label);
    Optional<SecretInfo> info = left.info();
    if (info.isEmpty() || info.get().ownedByUnit()) {
      return session
          .application()
          .addSecret(SecretContent.of(content), SecretTerms.none().label(label));
    }
    left.setContent(SecretContent.of(content));
    return left;
  }

  /** Returns what a secret of this application says by now; empty if there is none. */
  Map<String, String> content(String uri) {
    Optional<Secret> there = find(uri);
    Optional<SecretContent> content = there.isEmpty() ? Optional.empty() : there.get().peek();
    return content.isEmpty() ? Map.of() : content.get().values();
  }

  /**
   * Returns the label that providers in Python give, too; the id is empty in the older contract.
   */
  String label(String requestId, String group) {
    return requestId.isEmpty()
        ? String.join(".", beginning(), group, "secret")
        : String.join(".", beginning(), requestId, group, "secret");
  }

  /**
   * Returns whether an answer names a secret that is not there any more; an empty one names none.
   */
  boolean isGone(String uri) {
    return !uri.isEmpty() && find(uri).isEmpty();
  }

  /** Takes a secret away, if it is there. */
  void remove(String uri) {
    Optional<Secret> there = find(uri);
    if (there.isPresent()) {
      there.get().remove();
    }
  }

  /**
   * Takes away every secret that was shared with the client, where no bag tells which these are.
   * Asks Juju about all that the application owns.
   */
  void removeLabelled() {
    for (Secret each : session.model().secrets().owned()) {
      Optional<SecretInfo> info = each.info();
      if (info.isPresent()
          && !info.get().ownedByUnit()
          && isShared(info.get().label().orElse(""))) {
        each.remove();
      }
    }
  }

  /** Returns whether {@link #label} gives this label, for whatever request. */
  private boolean isShared(String label) {
    String beginning = beginning();
    if (!label.startsWith(beginning.concat("."))) {
      return false;
    }
    String rest = label.substring(beginning.length());
    for (String group : AnswerFields.GROUPS.keySet()) {
      if (rest.endsWith(String.join(".", "", group, "secret"))) {
        return true;
      }
    }
    return false;
  }

  private String beginning() {
    return String.join(".", relation.endpoint(), Integer.toString(relation.id().number()));
  }

  private Optional<Secret> find(String uri) {
    if (!SecretRef.isWellFormed(uri)) {
      return Optional.empty();
    }
    Secret secret = session.model().secrets().get(new SecretRef(uri));
    return secret.info().isPresent() ? Optional.of(secret) : Optional.empty();
  }
}
