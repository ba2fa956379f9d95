package dev.charmsignals.model;

import dev.charmsignals.name.UnitName;
import dev.charmsignals.secret.SecretContent;
import dev.charmsignals.secret.SecretRef;
import dev.charmsignals.secret.SecretTerms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The secrets that this unit reads or owns. Getting one asks Juju nothing; reading it does.
 *
 * <p>New ones come from {@link Application#addSecret} and {@link Unit#addSecret}. What is done to a
 * secret is told Juju at once, because it answers with the secret's id, and Juju keeps it back
 * until the hook succeeds: a hook that fails by itself has added and changed no secret. A savepoint
 * does not cover it.
 *
 * <p>Where the hook succeeds and its commit is refused, Juju 4 takes the secrets back with the
 * rest. An earlier Juju has written them before it looked at the rest, and leaves them (contract
 * §4.1). Another secret with the same label is then refused, in each new try: who adds one with a
 * label asks for {@link #labelled} first, whose {@link Secret#info} is empty while there is none.
 */
public final class Secrets {

  private final HookSession session;
  private final Map<String, Secret> byId = new HashMap<>();
  private final Map<String, Secret> byLabel = new HashMap<>();

  Secrets(HookSession session) {
    this.session = session;
  }

  /** Returns a secret by its reference, which came in a signal, a databag, config or an event. */
  public Secret get(SecretRef ref) {
    Secret known = byId.get(ref.id());
    if (known == null) {
      known = new Secret(session, new SecretSource(ref, null), false);
      byId.put(ref.id(), known);
    }
    return known;
  }

  /**
   * Returns a secret by its reference and labels it for this unit, so that it is found again by the
   * label, and its events carry it. The label holds from the first reading on.
   */
  public Secret get(SecretRef ref, String label) {
    Secret secret = new Secret(session, new SecretSource(ref, label), false);
    byId.put(ref.id(), secret);
    byLabel.put(label, secret);
    return secret;
  }

  /**
   * Returns a secret by the label that its owner, or this unit when it read it first, has given it.
   */
  public Secret labelled(String label) {
    Secret known = byLabel.get(label);
    if (known == null) {
      known = new Secret(session, new SecretSource(null, label), false);
      byLabel.put(label, known);
    }
    return known;
  }

  /** Returns the secrets that this unit or its application owns; asked at each call. */
  public List<Secret> owned() {
    List<Secret> owned = new ArrayList<>();
    for (SecretRef ref : session.tools().secrets().ids()) {
      owned.add(get(ref));
    }
    return owned;
  }

  Secret add(boolean ofUnit, SecretContent content, SecretTerms terms) {
    content.requireStorable();
    if (!ofUnit && !session.isLeader()) {
      UnitName unit = session.environment().unit();
      throw new NotLeaderException(unit, "add a secret of the application");
    }
    SecretRef ref = session.tools().secrets().add(ofUnit, content, terms);
    Secret secret = new Secret(session, new SecretSource(ref, null), true);
    byId.put(ref.id(), secret);
    if (terms.label().isPresent()) {
      byLabel.put(terms.label().get(), secret);
    }
    return secret;
  }
}
