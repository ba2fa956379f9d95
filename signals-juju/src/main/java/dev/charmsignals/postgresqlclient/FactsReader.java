package dev.charmsignals.postgresqlclient;

import dev.charmsignals.hooktools.BagSelection;
import dev.charmsignals.hooktools.SelectedBag;
import dev.charmsignals.model.HookSession;
import dev.charmsignals.model.Relation;
import dev.charmsignals.name.UnitName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.LoggerFactory;

/** Reads what there is to know of one relation: the provider's bag, its secrets, its units. */
final class FactsReader {

  private static final BagSelection ANSWER = BagSelection.of(Answer.KEYS, Answer.LONGEST);

  private static final Set<String> TLS = Set.of("secret-tls", "tls", "tls-ca");

  private static final BagSelection STATE = BagSelection.of(Set.of("state"), 16);

  private final HookSession session;
  private final Requests requests;

  FactsReader(HookSession session, Requests requests) {
    this.session = session;
    this.requests = requests;
  }

  /** Reads a relation that is there. */
  Facts read(Relation relation) {
    SelectedBag bag = session.tools().readBag(relation.id(), relation.application(), ANSWER);
    boolean whole = bag.extent() == SelectedBag.Extent.WHOLE && bag.tooLong().isEmpty();
    Answer answer = Answer.of(bag.values(), whole, requests.id(relation));
    List<String> oddities = new ArrayList<>(answer.oddities());
    if (!whole) {
      oddities.add("a part of it is too long to be read");
    }
    SecretGroups secrets = new SecretGroups(session.model(), answer, oddities);
    Facts facts =
        new Facts(
            false,
            requests.asked(relation),
            answer,
            answer.isSubordinated() && hasReadyUnit(relation),
            text(secrets.value("user", "username"), "username", oddities),
            text(secrets.value("user", "password"), "password", oddities),
            text(secrets.value("entity", "entity-name"), "entity-name", oddities),
            text(secrets.value("entity", "entity-password"), "entity-password", oddities),
            secrets.value("tls", "tls").equalsIgnoreCase("true"),
            isTlsUnknown(bag, secrets),
            secrets.value("tls", "tls-ca").strip(),
            !whole || secrets.hasFailed());
    report(relation, oddities);
    return facts;
  }

  /** Returns what is known of a relation that is over: nothing. */
  static Facts ofEnded() {
    Answer none = Answer.of(Map.of(), true, "");
    return new Facts(true, Asked.UNKNOWN, none, false, "", "", "", "", false, false, "", false);
  }

  /** Who would take what cannot be read for nothing would send a password in clear. */
  private static boolean isTlsUnknown(SelectedBag bag, SecretGroups secrets) {
    if (bag.extent() != SelectedBag.Extent.WHOLE || secrets.isUnread("tls")) {
      return true;
    }
    for (String key : TLS) {
      if (bag.tooLong().contains(key)) {
        return true;
      }
    }
    return false;
  }

  /** Each unit of the provider speaks for the one beside it, so one that is ready is enough. */
  private boolean hasReadyUnit(Relation relation) {
    for (UnitName unit : relation.units()) {
      SelectedBag bag = session.tools().readBag(relation.id(), unit, STATE);
      if (bag.values().getOrDefault("state", "").equals("ready")) {
        return true;
      }
    }
    return false;
  }

  /** Text that no connection string can hold is as good as none. */
  private static String text(String value, String key, List<String> oddities) {
    if (value.indexOf(0) < 0) {
      return value;
    }
    oddities.add(key.concat(" holds the character 0"));
    return "";
  }

  private static void report(Relation relation, List<String> oddities) {
    if (!oddities.isEmpty()) {
      LoggerFactory.getLogger(FactsReader.class)
          .warn(
              "Of what {} wrote in {} this is left out: {}",
              relation.application(),
              relation.id(),
              String.join("; ", oddities));
    }
  }
}
