package dev.charmsignals.model;

import dev.charmsignals.hooktools.SecretCommands;
import dev.charmsignals.name.UnitName;
import dev.charmsignals.secret.SecretContent;
import dev.charmsignals.secret.SecretInfo;
import dev.charmsignals.secret.SecretReading;
import dev.charmsignals.secret.SecretRef;
import dev.charmsignals.secret.SecretTerms;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One secret, as this hook sees it. Prints its reference or label, never its content.
 *
 * <p>Whoever may read it reads {@link #content}, and waits where that is empty: a reference can
 * arrive before the right to read what it refers to. The owner alone does everything else; of an
 * application's secret, that is its leader. What the owner does is Juju's when the hook succeeds.
 */
public final class Secret {

  private final HookSession session;
  private final SecretSource source;
  private final boolean isNew;
  private @Nullable SecretRef ref;
  private @Nullable SecretContent content;
  private @Nullable SecretInfo info;

  /** A secret that is found there; this hook has added it if it is new. */
  Secret(HookSession session, SecretSource source, boolean isNew) {
    this.session = session;
    this.source = source;
    this.ref = source.ref();
    this.isNew = isNew;
  }

  /**
   * Returns its reference, to be handed to those who may read it. Juju is asked if only the label
   * is known, which it answers to the owner alone.
   *
   * @throws RefusedDeedException when neither this unit nor its application owns a secret of that
   *     label
   */
  public SecretRef ref() {
    SecretRef known = ref;
    if (known == null) {
      known = requireInfo("refer to").ref();
      ref = known;
    }
    return known;
  }

  /**
   * Returns the content of the revision that this unit tracks: the newest when it first read it, or
   * last refreshed.
   *
   * <p>Empty when it may not be read, because the owner has not granted it yet, or has revoked or
   * removed it. Juju tells nobody of a grant, so defer the event, or come back to it when something
   * else happens: a relation's changed event usually follows, and update-status always does.
   */
  public Optional<SecretContent> content() {
    if (content == null) {
      content = read(SecretReading.TRACKED);
    }
    return Optional.ofNullable(content);
  }

  /** Returns the newest content, without tracking it; empty as in {@link #content}. */
  public Optional<SecretContent> peek() {
    return Optional.ofNullable(read(SecretReading.PEEK));
  }

  /**
   * Returns the newest content, which is tracked from now on, also if the hook fails; empty as in
   * {@link #content}. Done in {@code secret-changed}, or whenever it suits the charm.
   */
  public Optional<SecretContent> refresh() {
    content = read(SecretReading.REFRESH);
    return Optional.ofNullable(content);
  }

  /** Returns what Juju tells the owner; empty for everybody else. */
  public Optional<SecretInfo> info() {
    if (info == null) {
      info = source.info(session.tools().secrets());
    }
    return Optional.ofNullable(info);
  }

  /**
   * Replaces the content, by a new revision if it differs.
   *
   * @throws dev.charmsignals.secret.SecretContentException when Juju could not keep it
   */
  public void setContent(SecretContent replacement) {
    setContent(replacement, SecretTerms.none());
  }

  /** Replaces the content, and changes the terms that are mentioned. */
  public void setContent(SecretContent replacement, SecretTerms terms) {
    replacement.requireStorable();
    commands("change").set(ref(), replacement, terms);
    forget();
  }

  /** Changes the terms that are mentioned. */
  public void setTerms(SecretTerms terms) {
    commands("change").set(ref(), terms);
    forget();
  }

  /** Lets the application at the other side of a relation read it, while the relation lasts. */
  public void grant(Relation relation) {
    commands("grant").grant(ref(), relation.id());
  }

  /** Lets one unit at the other side of a relation read it, while the relation lasts. */
  public void grant(Relation relation, UnitName unit) {
    commands("grant").grant(ref(), relation.id(), unit);
  }

  /** Takes back what was granted to the application. */
  public void revoke(Relation relation) {
    commands("revoke").revoke(ref(), relation.id());
  }

  /** Takes back what was granted to the unit. */
  public void revoke(Relation relation, UnitName unit) {
    commands("revoke").revoke(ref(), relation.id(), unit);
  }

  /** Removes it with all its revisions. */
  public void remove() {
    commands("remove").remove(ref());
    forget();
  }

  /** Removes one revision, as after {@code secret-remove} and {@code secret-expired}. */
  public void removeRevision(long revision) {
    commands("remove a revision of").remove(ref(), revision);
    forget();
  }

  /** Returns the reference or else the label. */
  @Override
  public String toString() {
    return source.toString();
  }

  /** Returns the commands, once it is sure that Juju would let this unit do that. */
  private SecretCommands commands(String deed) {
    if (!isNew && !requireInfo(deed).ownedByUnit() && !session.isLeader()) {
      throw new NotLeaderException(
          session.environment().unit(), deed + " a secret of the application");
    }
    return session.tools().secrets();
  }

  private SecretInfo requireInfo(String deed) {
    Optional<SecretInfo> known = info();
    if (known.isEmpty()) {
      throw new RefusedDeedException(
          session.environment().unit(),
          deed + " " + this,
          "it is not this unit's, nor its application's with this unit as the leader",
          "Have its owner do it, or ask info() first");
    }
    return known.get();
  }

  private @Nullable SecretContent read(SecretReading reading) {
    return source.read(session.tools().secrets(), reading);
  }

  private void forget() {
    content = null;
    info = null;
  }
}
