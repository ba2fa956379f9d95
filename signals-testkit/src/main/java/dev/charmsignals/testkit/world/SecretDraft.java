package dev.charmsignals.testkit.world;

import dev.charmsignals.testkit.command.CommandFailure;
import dev.charmsignals.testkit.command.SecretChange;
import dev.charmsignals.testkit.command.SecretContext;
import dev.charmsignals.testkit.command.SecretMetadata;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.function.BooleanSupplier;

/** What one hook reads of secrets, and what it asks the commit to change. */
final class SecretDraft implements SecretContext {

  private final Model model;
  private final Unit unit;
  private final HookSnapshot snapshot;
  private final BooleanSupplier leads;
  private final SecretWrites writes = new SecretWrites();

  /** Creates a draft; {@code leads} is what the agent answers within this hook. */
  SecretDraft(Model model, Unit unit, HookSnapshot snapshot, BooleanSupplier leads) {
    this.model = model;
    this.unit = unit;
    this.snapshot = snapshot;
    this.leads = leads;
  }

  SecretWrites writes() {
    return writes;
  }

  @Override
  public Instant now() {
    return model.now();
  }

  @Override
  public String add(SecretChange change, boolean ownedByUnit) {
    if (!ownedByUnit) {
      requireLeader();
    }
    String id = SecretBook.newId(model.identities());
    writes.create(id, ownedByUnit ? unit.name() : unit.application().name(), change);
    return id;
  }

  @Override
  public void set(String id, SecretChange change) {
    Optional<Secret> secret = managed(id);
    boolean same =
        secret
            .flatMap(found -> found.revision(found.latest()))
            .filter(revision -> revision.content.equals(change.content()))
            .isPresent();
    SecretChange wanted = same ? change.withoutContent() : change;
    if (!wanted.isEmpty()) {
      writes.update(id, wanted);
    }
  }

  @Override
  public Map<String, String> get(Optional<String> id, String label, boolean refresh, boolean peek) {
    Optional<String> own = id.isPresent() ? id : ownedBy(label);
    String wanted = own.or(() -> labelled(label)).orElseThrow(() -> unknownLabel(label));
    String newLabel = id.isPresent() ? label : "";
    Optional<Map<String, String>> pending = writes.content(wanted, newLabel, refresh || peek);
    if (pending.isPresent()) {
      if (refresh) {
        writes.trackLatest(wanted);
      }
      return pending.get();
    }
    Secret secret =
        model
            .secrets()
            .find(wanted)
            .orElseThrow(
                () -> new CommandFailure("secret \"secret:%s\" not found".formatted(wanted)));
    if (!secret.readableBy(model, unit)) {
      throw new CommandFailure("permission denied");
    }
    return SecretReading.read(secret, unit, newLabel, refresh, peek);
  }

  /** Finds a secret by its owner's label, among those this unit manages. */
  private Optional<String> ownedBy(String label) {
    for (var entry : metadata().entrySet()) {
      if (entry.getValue().label().equals(label)) {
        return Optional.of(entry.getKey());
      }
    }
    return Optional.empty();
  }

  /** Finds a secret by what this unit calls it, or by its application's label. */
  private Optional<String> labelled(String label) {
    for (Secret secret : model.secrets().all()) {
      Secret.Tracker tracker = secret.trackers().get(unit.name());
      boolean mine = tracker != null && tracker.label.equals(label);
      if (mine || secret.ofApplication(unit) && secret.label().equals(label)) {
        return Optional.of(secret.id());
      }
    }
    return Optional.empty();
  }

  private static CommandFailure unknownLabel(String label) {
    return new CommandFailure("consumer label \"%s\" not found".formatted(label));
  }

  @Override
  public SortedMap<String, SecretMetadata> metadata() {
    boolean leader = leads.getAsBoolean();
    SecretListing listing = new SecretListing(model, writes);
    for (Secret secret : model.secrets().all()) {
      if (secret.owner().equals(unit.name()) || leader && secret.ofApplication(unit)) {
        listing.add(secret);
      }
    }
    return listing.withCreated();
  }

  @Override
  public void grant(String id, int relation, Optional<String> remoteUnit) {
    SecretMetadata secret = metadata().get(id);
    if (secret == null) {
      throw new CommandFailure("secret \"%s\" not found".formatted(id));
    }
    if (secret.owner().equals("application")) {
      requireLeader();
    }
    String own = unit.application().name();
    Relation found = snapshot.relation(relation);
    String application = found.counterpart(own);
    String subject = remoteUnit.flatMap(name -> found.namedBy(own, name)).orElse(application);
    SortedMap<String, Integer> granted =
        writes.grants(id, model.secrets().find(id).map(Secret::grants));
    if (granted.containsKey(subject) || granted.containsKey(application)) {
      return;
    }
    boolean unitsHaveIt =
        granted.keySet().stream()
            .anyMatch(each -> each.contains("/") && Relation.applicationOf(each).equals(subject));
    if (unitsHaveIt) {
      throw new CommandFailure(
          "any unit level grants need to be revoked before granting access to the corresponding"
              + " application");
    }
    writes.grant(id, subject, relation);
  }

  @Override
  public void revoke(String id, Optional<String> application, Optional<String> remoteUnit) {
    managed(id);
    writes.revoke(id, canonical(remoteUnit.or(() -> application).orElse("")));
  }

  /** A name that some relation made up stands for an application of this model. */
  private String canonical(String name) {
    String own = unit.application().name();
    return model.relationsOf(own).stream()
        .flatMap(relation -> relation.namedBy(own, name).stream())
        .findFirst()
        .orElse(name);
  }

  @Override
  public void remove(String id, OptionalInt revision) {
    managed(id);
    writes.remove(id, revision);
  }

  /** Returns a secret that this unit may manage; whether it leads is asked again. */
  private Optional<Secret> managed(String id) {
    Optional<Secret> secret = model.secrets().find(id).filter(found -> found.managedBy(unit));
    if (secret.filter(found -> found.ofApplication(unit)).isPresent()) {
      requireLeader();
    }
    return secret;
  }

  private void requireLeader() {
    if (!leads.getAsBoolean()) {
      throw new CommandFailure(HookContext.NOT_LEADER);
    }
  }
}
