package dev.charmsignals.postgresqlclient;

import dev.charmsignals.hook.JujuFeature;
import dev.charmsignals.hooktools.BagSelection;
import dev.charmsignals.hooktools.SelectedBag;
import dev.charmsignals.json.JsonWriter;
import dev.charmsignals.model.HookSession;
import dev.charmsignals.model.NotLeaderException;
import dev.charmsignals.model.Relation;
import dev.charmsignals.postgresql.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * A relation to a client, as the provider's side sees it. Obtained from {@link PostgreSqlProvider}
 * or an event; used in handlers by the hook's only thread. What only the leader may do throws
 * {@link NotLeaderException} elsewhere.
 */
public final class DatabaseClient {

  private static final BagSelection SELECTION =
      BagSelection.of(ClientRequests.KEYS, ClientRequests.LONGEST);

  private final HookSession session;
  private final Relation relation;
  private @Nullable List<ClientRequest> requests;

  DatabaseClient(HookSession session, Relation relation) {
    this.session = session;
    this.relation = relation;
  }

  /** Returns the relation itself. */
  public Relation relation() {
    return relation;
  }

  /** Returns what the client asks for: one thing in the older contract, several in the newer. */
  public List<ClientRequest> requests() {
    List<ClientRequest> known = requests;
    if (known == null) {
      known = relation.isBroken() ? List.of() : read();
      requests = known;
    }
    return known;
  }

  /** Returns the requests that wait for an answer; none on a unit that does not lead. */
  public List<ClientRequest> unanswered() {
    List<ClientRequest> waiting = new ArrayList<>();
    if (session.isLeader()) {
      for (ClientRequest request : requests()) {
        if (!isAnswered(request)) {
          waiting.add(request);
        }
      }
    }
    return waiting;
  }

  /** Returns whether a request has been answered with a user or an entity. */
  public boolean isAnswered(ClientRequest request) {
    return answers(request, "answer a client").isAnswered(request);
  }

  /**
   * Answers a request, or changes the answer: whatever is the same already is not written again.
   * The password and what belongs to it go into a secret that the client is granted, unless it can
   * read none, or was answered in clear before, which cannot be taken back.
   */
  public void publish(ClientRequest request, DatabaseOffer offer) {
    answers(request, "answer a client").answer(request, offer);
  }

  /** Returns the user and the password that a request was answered with. */
  public Optional<Credentials> credentials(ClientRequest request) {
    return answers(request, "read what a client was answered").credentials(request);
  }

  /**
   * Changes the servers in every answer that was given, as after a failover. An empty list says
   * that there is none for now.
   */
  public void setEndpoints(List<Server> writers, List<Server> readers) {
    for (ClientRequest request : requests()) {
      Answers answers = answers(request, "tell a client of servers");
      if (answers.isAnswered(request)) {
        answers.setEndpoints(request, writers, readers);
      }
    }
  }

  /** Says this of the provider, instead of what was said before. */
  public void setStatuses(List<ProviderStatus> statuses) {
    requireLeader("say something to a client");
    if (statuses.isEmpty()) {
      relation.ownApplicationBag().remove("status");
      return;
    }
    JsonWriter json = new JsonWriter().startArray();
    for (ProviderStatus status : statuses) {
      json.startObject().name("code").number(status.code());
      json.name("message").string(status.message());
      json.name("resolution").string(status.resolution()).endObject();
    }
    relation.ownApplicationBag().put("status", json.endArray().text());
  }

  /** Takes away what was kept for the client, in the relation's last hook. */
  void forget() {
    if (ownsSecrets()) {
      SharedSecrets secrets = new SharedSecrets(session, relation);
      new AnswersInKeys(session, relation).removeSecrets(secrets);
      new AnswersInList(session, relation).removeSecrets(secrets);
    }
  }

  /** The same for a relation that went without its last hook, and its bags with it. */
  void forgetLost() {
    if (ownsSecrets()) {
      new SharedSecrets(session, relation).removeLabelled();
    }
  }

  /**
   * Takes back an answer whose secrets were removed when the relation was suspended: the client is
   * to be answered anew, and could not be told so in that hook, which may write to no bag.
   */
  void takeBackWhatIsLost() {
    if (ownsSecrets()) {
      SharedSecrets secrets = new SharedSecrets(session, relation);
      new AnswersInKeys(session, relation).takeBackLost(secrets);
      new AnswersInList(session, relation).takeBackLost(secrets);
    }
  }

  private boolean ownsSecrets() {
    return session.isLeader() && session.model().has(JujuFeature.SECRETS);
  }

  /** Returns the relation. */
  @Override
  public String toString() {
    return "DatabaseClient[" + relation + "]";
  }

  private Answers answers(ClientRequest request, String deed) {
    requireLeader(deed);
    return request.contract() == DataContract.V0
        ? new AnswersInKeys(session, relation)
        : new AnswersInList(session, relation);
  }

  private void requireLeader(String deed) {
    if (!session.isLeader()) {
      throw new NotLeaderException(session.environment().unit(), deed);
    }
  }

  private List<ClientRequest> read() {
    SelectedBag bag = session.tools().readBag(relation.id(), relation.application(), SELECTION);
    List<String> oddities = new ArrayList<>();
    if (bag.extent() != SelectedBag.Extent.WHOLE || !bag.tooLong().isEmpty()) {
      oddities.add("a part of it is too long to be read");
    }
    List<ClientRequest> read = List.copyOf(ClientRequests.read(bag.values(), oddities));
    if (!oddities.isEmpty()) {
      LoggerFactory.getLogger(DatabaseClient.class)
          .warn(
              "Of what {} asks for in {} this is left out: {}",
              relation.application(),
              relation.id(),
              String.join("; ", oddities));
    }
    return read;
  }

  /** How answers are written in one of the contracts. */
  sealed interface Answers permits AnswersInKeys, AnswersInList {

    boolean isAnswered(ClientRequest request);

    void answer(ClientRequest request, DatabaseOffer offer);

    Optional<Credentials> credentials(ClientRequest request);

    void setEndpoints(ClientRequest request, List<Server> writers, List<Server> readers);
  }

  /** Returns what is kept of user and password. */
  static Optional<Credentials> credentials(Map<String, String> content) {
    String username = content.getOrDefault("username", "");
    String password = content.getOrDefault("password", "");
    return username.isEmpty() || password.isEmpty()
        ? Optional.empty()
        : Optional.of(new Credentials(username, password));
  }
}
