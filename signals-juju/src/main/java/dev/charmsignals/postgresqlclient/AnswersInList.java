package dev.charmsignals.postgresqlclient;

import dev.charmsignals.hook.JujuFeature;
import dev.charmsignals.json.JsonReader;
import dev.charmsignals.json.MalformedException;
import dev.charmsignals.model.HookSession;
import dev.charmsignals.model.Relation;
import dev.charmsignals.postgresql.Server;
import dev.charmsignals.snapshot.SnapshotText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The answers in the newer contract: objects in a JSON list, found by the request's id. */
final class AnswersInList implements DatabaseClient.Answers {

  private static final int LONGEST = 1 << 20;

  private final HookSession session;
  private final Relation relation;
  private final SharedSecrets secrets;

  AnswersInList(HookSession session, Relation relation) {
    this.session = session;
    this.relation = relation;
    this.secrets = new SharedSecrets(session, relation);
  }

  @Override
  public boolean isAnswered(ClientRequest request) {
    Map<String, Object> answer = answers().getOrDefault(request.id(), Map.of());
    return answer.containsKey("secret-user") || answer.containsKey("secret-entity");
  }

  @Override
  public void answer(ClientRequest request, DatabaseOffer offer) {
    session.model().require(JujuFeature.SECRETS);
    Map<String, Map<String, Object>> answers = answers();
    Map<String, Object> before = answers.getOrDefault(request.id(), Map.of());
    Map<String, Object> now = new TreeMap<>(AnswerFields.open(offer));
    now.put("request-id", request.id());
    now.put("salt", request.salt());
    now.put("resource", offer.database());
    Map<String, String> hidden = AnswerFields.hidden(offer, request);
    for (Map.Entry<String, List<String>> group : AnswerFields.GROUPS.entrySet()) {
      Map<String, String> content = new TreeMap<>(hidden);
      content.keySet().retainAll(group.getValue());
      if (!content.isEmpty()) {
        String key = "secret-".concat(group.getKey());
        String known = before.get(key) instanceof String uri ? uri : "";
        String label = secrets.label(request.id(), group.getKey());
        now.put(key, secrets.share(known, label, content));
      }
    }
    answers.put(request.id(), now);
    write(answers);
  }

  @Override
  public Optional<Credentials> credentials(ClientRequest request) {
    Map<String, Object> answer = answers().getOrDefault(request.id(), Map.of());
    return answer.get("secret-user") instanceof String uri
        ? DatabaseClient.credentials(secrets.content(uri))
        : Optional.empty();
  }

  @Override
  public void setEndpoints(ClientRequest request, List<Server> writers, List<Server> readers) {
    Map<String, Map<String, Object>> answers = answers();
    Map<String, Object> answer = new TreeMap<>(answers.getOrDefault(request.id(), Map.of()));
    set(answer, "endpoints", AnswerFields.text(writers));
    set(answer, "read-only-endpoints", AnswerFields.text(readers));
    answers.put(request.id(), answer);
    write(answers);
  }

  private static void set(Map<String, Object> answer, String key, String text) {
    if (text.isEmpty()) {
      answer.remove(key);
    } else {
      answer.put(key, text);
    }
  }

  void removeSecrets(SharedSecrets shared) {
    for (Map<String, Object> answer : answers().values()) {
      for (String group : AnswerFields.GROUPS.keySet()) {
        if (answer.get("secret-".concat(group)) instanceof String uri) {
          shared.remove(uri);
        }
      }
    }
  }

  /** Takes back those answers that name a secret that is not there. */
  void takeBackLost(SharedSecrets shared) {
    Map<String, Map<String, Object>> answers = answers();
    boolean lost = answers.values().removeIf(answer -> isLost(answer, shared));
    if (lost) {
      write(answers);
    }
  }

  private static boolean isLost(Map<String, Object> answer, SharedSecrets shared) {
    boolean lost = false;
    for (String group : AnswerFields.GROUPS.keySet()) {
      lost |= answer.get("secret-".concat(group)) instanceof String uri && shared.isGone(uri);
    }
    return lost;
  }

  private void write(Map<String, Map<String, Object>> answers) {
    List<Map<String, Object>> list = new ArrayList<>(answers.values());
    relation.ownApplicationBag().put("version", "v1");
    relation.ownApplicationBag().put("requests", SnapshotText.ofValue(list, LONGEST));
    // Clients in Python wait until their request is there, too.
    Map<String, Object> seen = new TreeMap<>();
    for (Map<String, Object> answer : list) {
      Map<String, Object> request = new TreeMap<>(answer);
      request.keySet().retainAll(List.of("request-id", "resource", "salt"));
      seen.put(String.valueOf(answer.get("request-id")), request);
    }
    relation.ownApplicationBag().put("data", SnapshotText.of(seen, LONGEST));
  }

  /** Returns what was answered so far, by the ids of the requests. */
  private Map<String, Map<String, Object>> answers() {
    Map<String, Map<String, Object>> answers = new TreeMap<>();
    String text = relation.ownApplicationBag().getOrDefault("requests", "");
    if (text.isEmpty()) {
      return answers;
    }
    try {
      if (JsonReader.read(text) instanceof List<?> list) {
        for (Object each : list) {
          if (each instanceof Map<?, ?> answer && answer.get("request-id") instanceof String id) {
            answers.put(id, texts(answer));
          }
        }
      }
    } catch (MalformedException e) {
      // Somebody changed it by hand; the requests are answered again.
    }
    return answers;
  }

  private static Map<String, Object> texts(Map<?, ?> answer) {
    Map<String, Object> texts = new TreeMap<>();
    for (Map.Entry<?, ? extends @Nullable Object> entry : answer.entrySet()) {
      if (entry.getKey() instanceof String key && entry.getValue() instanceof String text) {
        texts.put(key, text);
      }
    }
    return texts;
  }
}
