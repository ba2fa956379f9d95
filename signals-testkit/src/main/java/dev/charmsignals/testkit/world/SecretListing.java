package dev.charmsignals.testkit.world;

import dev.charmsignals.testkit.command.SecretChange;
import dev.charmsignals.testkit.command.SecretMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lists what an owner may know of its secrets, with what a hook has changed of them. */
final class SecretListing {

  private final Model model;
  private final SecretWrites writes;
  private final SortedMap<String, SecretMetadata> listed = new TreeMap<>();

  SecretListing(Model model, SecretWrites writes) {
    this.model = model;
    this.writes = writes;
  }

  void add(Secret secret) {
    if (writes.removes(secret.id())) {
      return;
    }
    Optional<SecretChange> change = writes.change(secret.id());
    listed.put(
        secret.id(),
        new SecretMetadata(
            secret.latest(),
            change.flatMap(SecretChange::label).orElse(secret.label()),
            kind(secret.owner()),
            change.flatMap(SecretChange::description).orElse(secret.description()),
            change.flatMap(SecretChange::rotation).orElse(secret.rotation()),
            change.flatMap(SecretChange::expiry).or(secret::expiry),
            secret.rotates(),
            access(writes.grants(secret.id(), Optional.of(secret.grants())))));
  }

  /** Adds what the hook has created and returns it all. */
  SortedMap<String, SecretMetadata> withCreated() {
    writes
        .created()
        .forEach(
            (id, created) ->
                listed.put(
                    id,
                    new SecretMetadata(
                        1,
                        created.change().label().orElse(""),
                        kind(created.owner()),
                        created.change().description().orElse(""),
                        created.change().rotation().orElse(""),
                        created.change().expiry(),
                        Optional.empty(),
                        access(writes.grants(id, Optional.empty())))));
    return listed;
  }

  private static String kind(String owner) {
    return owner.contains("/") ? "unit" : "application";
  }

  private List<SecretMetadata.Access> access(SortedMap<String, Integer> grants) {
    List<SecretMetadata.Access> access = new ArrayList<>();
    grants.forEach(
        (subject, number) ->
            model
                .relation(number)
                .ifPresent(
                    relation ->
                        access.add(
                            new SecretMetadata.Access(
                                (subject.contains("/") ? "unit-" : "application-")
                                    + subject.replace('/', '-'),
                                "relation-" + relation.tag(),
                                "view"))));
    return access;
  }
}
