package dev.charmsignals.postgresqlclient;

import dev.charmsignals.hook.JujuFeature;
import dev.charmsignals.hooktools.HookToolException;
import dev.charmsignals.model.Model;
import dev.charmsignals.secret.SecretContent;
import dev.charmsignals.secret.SecretRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The secrets that an answer names, each read when first needed, and its newest revision: so a unit
 * that was never told of a revision finds it in whichever hook comes next.
 *
 * <p>A secret is always found by its URI. Labels would stay with the secret that had them first,
 * when the provider hands out another.
 */
final class SecretGroups {

  private final Model model;
  private final Answer answer;
  private final List<String> oddities;
  private final Map<String, Optional<SecretContent>> read = new HashMap<>();
  private boolean failed;

  SecretGroups(Model model, Answer answer, List<String> oddities) {
    this.model = model;
    this.answer = answer;
    this.oddities = oddities;
  }

  /** Returns what a group's secret says under a key, or else what the bag says in clear. */
  String value(String group, String key) {
    Optional<SecretContent> content = content(group);
    if (content.isPresent()) {
      String secret = content.get().value(key).orElse("");
      if (!secret.isEmpty()) {
        return secret;
      }
    }
    return answer.values().getOrDefault(key, "");
  }

  /** Returns whether a group's secret is named, in whatever words, and nothing of it was read. */
  boolean isUnread(String group) {
    return answer.text("secret-".concat(group)).isPresent()
        && model.has(JujuFeature.SECRETS)
        && content(group).isEmpty();
  }

  /**
   * Returns whether a secret could not be read for another reason than that it may not be: the way
   * to it was barred, as when the place where Juju keeps secrets is out of reach.
   */
  boolean hasFailed() {
    return failed;
  }

  private Optional<SecretContent> content(String group) {
    Optional<SecretContent> known = read.get(group);
    if (known == null) {
      known = read(group);
      read.put(group, known);
    }
    return known;
  }

  private Optional<SecretContent> read(String group) {
    Optional<SecretRef> ref = answer.secret(group);
    if (ref.isEmpty() || !model.has(JujuFeature.SECRETS)) {
      return Optional.empty();
    }
    try {
      Optional<SecretContent> content = model.secrets().get(ref.get()).refresh();
      if (content.isEmpty()) {
        oddities.add("secret-".concat(group).concat(" may not be read yet, or any more"));
      }
      return content;
    } catch (HookToolException e) {
      if (e.exitStatus() <= 0) {
        throw e; // it is the agent that cannot be asked
      }
      failed = true;
      oddities.add("secret-".concat(group).concat(" could not be read this time"));
      return Optional.empty();
    }
  }
}
