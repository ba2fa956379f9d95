package dev.charmsignals.testkit.world;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What an operator does with secrets of his own: {@code juju add-secret} and its kin. */
public final class UserSecrets {

  private static final Pattern KEY = Pattern.compile("[a-z](?:-?[a-z0-9]){2,}");

  private final Model model;

  UserSecrets(Model model) {
    this.model = model;
  }

  /** Adds a secret and returns its id. */
  public String add(String name, Map<String, String> content) {
    List<String> complaints = complaints(content);
    if (model.secrets().all().stream()
        .anyMatch(each -> each.owner().isEmpty() && each.label().equals(name))) {
      complaints.add("There is a secret \"%s\" already; add it under another name".formatted(name));
    }
    ImpossibleWorldException.throwUnlessEmpty(complaints);
    Secret secret = new Secret(SecretBook.newId(model.identities()), "");
    secret.label(name);
    secret.add(encoded(content));
    model.secrets().add(secret);
    return secret.id();
  }

  /** Gives a secret new content. */
  public void update(String id, Map<String, String> content) {
    ImpossibleWorldException.throwUnlessEmpty(complaints(content));
    Secret secret = require(id);
    Map<String, String> next = encoded(content);
    if (secret.revision(secret.latest()).filter(each -> each.content.equals(next)).isEmpty()) {
      secret.add(next);
    }
  }

  /** Lets an application read a secret. */
  public void grant(String id, String application) {
    require(id).grants().put(model.requireApplication(application).name(), -1);
  }

  /** Takes that back. */
  public void revoke(String id, String application) {
    require(id).grants().remove(application);
  }

  /** Removes a secret. */
  public void remove(String id) {
    model.secrets().remove(require(id).id());
  }

  private Secret require(String id) {
    return model
        .secrets()
        .find(id)
        .filter(secret -> secret.owner().isEmpty())
        .orElseThrow(
            () -> new ImpossibleWorldException("There is no user's secret \"%s\"".formatted(id)));
  }

  /** Returns what Juju would refuse of a content. */
  static List<String> complaints(Map<String, String> content) {
    List<String> complaints = new ArrayList<>();
    if (content.isEmpty()) {
      complaints.add("A secret needs content, such as Map.of(\"password\", \"…\")");
    }
    for (var entry : new TreeMap<>(content).entrySet()) {
      if (!KEY.matcher(entry.getKey()).matches()) {
        complaints.add(
            ("\"%s\" is no key of a secret; one is lower-case words of at least three letters, such"
                    + " as \"password\"")
                .formatted(entry.getKey()));
      }
      if (entry.getValue().isEmpty()) {
        complaints.add(
            "Key \"%s\" of a secret is empty; Juju keeps no empty values"
                .formatted(entry.getKey()));
      }
    }
    return complaints;
  }

  static SortedMap<String, String> encoded(Map<String, String> content) {
    SortedMap<String, String> encoded = new TreeMap<>();
    content.forEach(
        (key, value) ->
            encoded.put(
                key, Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8))));
    return encoded;
  }
}
