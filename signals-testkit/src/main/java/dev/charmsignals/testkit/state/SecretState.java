package dev.charmsignals.testkit.state;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A secret that the unit's application owns or may come to read.
 *
 * @param id 20 letters and digits; empty to be given one in a {@link WorldState}
 * @param owner who owns it
 * @param remoteApplication the application that owns it, if another one does
 * @param label what its owner calls it if it is the unit's own or its application's, else what the
 *     unit calls it that has read it; possibly empty
 * @param description for people; possibly empty
 * @param rotation such as {@code monthly}; possibly empty
 * @param expiry when its newest revision expires
 * @param revisions the content of each revision, from the oldest that is left
 * @param tracked the revision that the unit sees; 0 if it has not read it
 * @param granted whether the unit may read one that others own
 * @param grants the relation by which others were granted one's own, by application or unit
 */
public record SecretState(
    String id,
    SecretOwner owner,
    String remoteApplication,
    String label,
    String description,
    String rotation,
    Optional<Instant> expiry,
    SortedMap<Integer, Map<String, String>> revisions,
    int tracked,
    boolean granted,
    Map<String, Integer> grants) {

  /** Copies what it is given. */
  public SecretState {
    SortedMap<Integer, Map<String, String>> contents = new TreeMap<>();
    revisions.forEach((number, content) -> contents.put(number, Map.copyOf(content)));
    revisions = Collections.unmodifiableSortedMap(contents);
    grants = Map.copyOf(grants);
  }

  /** Returns a secret of the unit's application. */
  public static SecretState ofApplication(Map<String, String> content) {
    return first(SecretOwner.APPLICATION, "", content);
  }

  /** Returns a secret of the unit itself. */
  public static SecretState ofUnit(Map<String, String> content) {
    return first(SecretOwner.UNIT, "", content);
  }

  /** Returns a secret of another application that was granted to the unit's. */
  public static SecretState from(String application, Map<String, String> content) {
    return first(SecretOwner.REMOTE, application, content);
  }

  /** Returns a secret of a user that was granted to the unit's application. */
  public static SecretState ofUser(Map<String, String> content) {
    return first(SecretOwner.USER, "", content);
  }

  private static SecretState first(
      SecretOwner owner, String application, Map<String, String> content) {
    return new SecretState(
        "",
        owner,
        application,
        "",
        "",
        "",
        Optional.empty(),
        new TreeMap<>(Map.of(1, content)),
        0,
        owner == SecretOwner.REMOTE || owner == SecretOwner.USER,
        Map.of());
  }

  /** Returns {@code secret:} and its id. */
  public String uri() {
    return "secret:" + id;
  }

  /** Returns whether the unit or its application owns it. */
  public boolean own() {
    return owner == SecretOwner.APPLICATION || owner == SecretOwner.UNIT;
  }

  /** Returns the number of the newest revision. */
  public int latest() {
    return revisions.isEmpty() ? 0 : revisions.lastKey();
  }

  /** Returns the content of the newest revision. */
  public Map<String, String> content() {
    return revisions.getOrDefault(latest(), Map.of());
  }

  /** Returns it with another id. */
  public SecretState id(String next) {
    return with(draft -> draft.id = next);
  }

  /** Returns it with a label. */
  public SecretState label(String next) {
    return with(draft -> draft.label = next);
  }

  /** Returns it with another revision that is the newest. */
  public SecretState revision(Map<String, String> content) {
    return with(draft -> draft.revisions.put(latest() + 1, content));
  }

  /** Returns it as the unit has read it: it sees this revision. */
  public SecretState tracked(int revision) {
    return with(draft -> draft.tracked = revision);
  }

  /** Returns it with a rotation policy and a time at which its newest revision expires. */
  public SecretState aging(String policy, Optional<Instant> expires) {
    return with(
        draft -> {
          draft.rotation = policy;
          draft.expiry = expires;
        });
  }

  /** Returns it as nobody granted it to the unit. */
  public SecretState notGranted() {
    return with(draft -> draft.granted = false);
  }

  /** Returns one's own secret as an application or a unit was granted it in a relation. */
  public SecretState grantedTo(String subject, int relation) {
    return with(draft -> draft.grants.put(subject, relation));
  }

  private SecretState with(Consumer<SecretStateDraft> edit) {
    SecretStateDraft draft = new SecretStateDraft(this);
    edit.accept(draft);
    return draft.state();
  }

  /** Returns what it is, without any content. */
  @Override
  public String toString() {
    return "SecretState[%s of %s%s, label \"%s\", revisions %s, tracked %d, granted %s, grants %s]"
        .formatted(
            id, owner, remoteApplication, label, revisions.keySet(), tracked, granted, grants);
  }
}
