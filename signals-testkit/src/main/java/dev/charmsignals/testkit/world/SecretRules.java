package dev.charmsignals.testkit.world;

import dev.charmsignals.testkit.state.SecretOwner;
import dev.charmsignals.testkit.state.SecretState;
import dev.charmsignals.testkit.state.WorldState;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Finds what is wrong with the secrets of a state. */
final class SecretRules {

  private static final Pattern ID = Pattern.compile("[0-9a-z]{20}");
  private static final Set<String> ROTATIONS =
      Set.of("", "never", "hourly", "daily", "weekly", "monthly", "quarterly", "yearly");

  private final WorldState state;
  private final List<String> complaints;

  private SecretRules(WorldState state, List<String> complaints) {
    this.state = state;
    this.complaints = complaints;
  }

  static void check(WorldState state, List<String> complaints) {
    new SecretRules(state, complaints).check();
  }

  private void check() {
    Set<String> ids = new HashSet<>();
    Set<String> labels = new HashSet<>();
    for (SecretState secret : state.secrets()) {
      if (!ID.matcher(secret.id()).matches()) {
        complaints.add(
            "\"%s\" is no id of a secret, which is 20 letters and digits".formatted(secret.id()));
      }
      if (!ids.add(secret.id())) {
        complaints.add("Secret %s is there twice".formatted(secret.uri()));
      }
      if (!secret.label().isEmpty() && !labels.add(secret.owner() + " " + secret.label())) {
        complaints.add("Two secrets have the label \"%s\"".formatted(secret.label()));
      }
      revisions(secret);
      owner(secret);
    }
  }

  private void revisions(SecretState secret) {
    if (secret.revisions().isEmpty()) {
      complaints.add("Secret %s has no revision".formatted(secret.uri()));
    }
    for (var revision : secret.revisions().entrySet()) {
      if (revision.getKey() < 1) {
        complaints.add(
            "Secret %s has a revision %d; they count from 1"
                .formatted(secret.uri(), revision.getKey()));
      }
      complaints.addAll(UserSecrets.complaints(revision.getValue()));
    }
    if (secret.tracked() != 0 && !secret.revisions().containsKey(secret.tracked())) {
      complaints.add(
          "The unit cannot see revision %d of secret %s; there are %s"
              .formatted(secret.tracked(), secret.uri(), secret.revisions().keySet()));
    }
    if (!ROTATIONS.contains(secret.rotation())) {
      complaints.add(
          "Secret %s cannot be rotated \"%s\"".formatted(secret.uri(), secret.rotation()));
    }
  }

  private void owner(SecretState secret) {
    boolean remote = secret.owner() == SecretOwner.REMOTE;
    if (remote
        && state.relations().stream()
            .noneMatch(each -> each.remoteApplication().equals(secret.remoteApplication()))) {
      complaints.add(
          "Secret %s is of \"%s\", which the unit is not related with"
              .formatted(secret.uri(), secret.remoteApplication()));
    }
    if (!secret.own() && !secret.label().isEmpty() && secret.tracked() == 0) {
      complaints.add(
          "The unit calls secret %s \"%s\" and has never read it; say tracked(…)"
              .formatted(secret.uri(), secret.label()));
    }
    if (!secret.own() && !secret.grants().isEmpty()) {
      complaints.add(
          "Secret %s is not the unit's to grant to %s"
              .formatted(secret.uri(), new TreeMap<>(secret.grants()).keySet()));
    }
    for (var grant : new TreeMap<>(secret.grants()).entrySet()) {
      String application = Relation.applicationOf(grant.getKey());
      boolean related =
          state.relations().stream()
              .anyMatch(
                  each ->
                      each.id() == grant.getValue()
                          && (each.isPeers() ? state.application() : each.remoteApplication())
                              .equals(application));
      if (secret.own() && !related) {
        complaints.add(
            "Secret %s cannot be granted to \"%s\" in relation %d, in which it is not"
                .formatted(secret.uri(), grant.getKey(), grant.getValue()));
      }
    }
  }
}
