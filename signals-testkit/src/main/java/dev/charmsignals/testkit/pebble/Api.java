package dev.charmsignals.testkit.pebble;

import dev.charmsignals.pebble.http.ChannelInput;
import dev.charmsignals.pebble.http.ChannelOutput;
import dev.charmsignals.pebble.http.HttpHead;
import dev.charmsignals.pebble.http.UnixChannel;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which request asks for what. */
final class Api {

  private final DaemonState state;
  private final FilesApi files;

  Api(DaemonState state) {
    this.state = state;
    this.files = new FilesApi(state.root);
  }

  Reply answer(Call call) throws IOException, InterruptedException {
    try {
      return route(call);
    } catch (Refusal refusal) {
      return Reply.refused(refusal);
    } catch (RuntimeException e) { // a mistake of the simulation, which must not look like a crash
      return Reply.refused(new Refusal(500, "the simulated Pebble failed: " + e));
    }
  }

  private Reply route(Call call) throws IOException, InterruptedException {
    boolean get = call.method().equals("GET");
    if (!get && !call.method().equals("POST")) {
      throw new Refusal(405, "method \"" + call.method() + "\" not allowed");
    }
    String path = call.path();
    if (path.startsWith("/v1/changes/")) {
      return change(call, get);
    }
    if (path.startsWith("/v1/notices/") && get) {
      return Reply.of(state.notices.tree(call.after("/v1/notices/")));
    }
    return get ? get(call) : post(call);
  }

  private Reply get(Call call) throws IOException, InterruptedException {
    return switch (call.path()) {
      case "/v1/system-info" ->
          Reply.of(Map.of("version", "v1.32.1", "boot-id", "00000000-0000-4000-8000-000000000000"));
      case "/v1/health" -> health(call);
      case "/v1/changes" -> changes(call);
      case "/v1/plan" -> plan(call);
      case "/v1/services" -> services(call.list("names"));
      case "/v1/checks" -> Reply.of(state.checks.trees(level(call), call.list("names")));
      case "/v1/notices" -> notices(call);
      case "/v1/identities" -> Reply.of(state.identities.tree());
      case "/v1/files" -> files.get(call);
      case "/v1/layers", "/v1/signals", "/v1/exec" ->
          throw new Refusal(405, "method \"GET\" not allowed");
      default -> throw new Refusal(404, "invalid API endpoint requested");
    };
  }

  private Reply post(Call call) throws IOException {
    if (call.path().equals("/v1/files")) {
      return files.post(call);
    }
    Map<String, @Nullable Object> json = call.json();
    String action = Trees.text(json, "action");
    return switch (call.path()) {
      case "/v1/layers" -> layer(json);
      case "/v1/services" ->
          Reply.async(state.actions.act(action, Trees.texts(json.get("services"))), null);
      case "/v1/signals" -> {
        state.actions.signal(Trees.text(json, "signal"), Trees.texts(json.get("services")));
        yield Reply.of(true);
      }
      case "/v1/checks" -> Reply.of(Map.of("changed", checks(action, json)));
      case "/v1/checks/refresh" ->
          Reply.of(Map.of("info", state.checks.refresh(Trees.text(json, "name"))));
      case "/v1/notices" -> notice(json);
      case "/v1/identities" -> {
        state.identities.act(action, Trees.object(json.get("identities")));
        yield Reply.of(null);
      }
      case "/v1/exec" -> state.commands.exec(json);
      default -> throw new Refusal(404, "invalid API endpoint requested");
    };
  }

  private Reply health(Call call) {
    boolean healthy = state.checks.isHealthy(level(call), call.list("names"));
    Map<String, Object> result = Map.of("healthy", healthy);
    return healthy ? Reply.of(result) : Reply.unhealthy(result);
  }

  private static String level(Call call) {
    String level = call.parameter("level");
    if (!Set.of("", "alive", "ready").contains(level)) {
      throw new Refusal(400, "level must be \"alive\" or \"ready\"");
    }
    return level;
  }

  private Reply changes(Call call) {
    String select = call.parameter("select");
    if (!Set.of("", "all", "in-progress", "ready").contains(select)) {
      throw new Refusal(400, "select should be one of: all,in-progress,ready");
    }
    return Reply.of(state.changes.trees(select));
  }

  private Reply change(Call call, boolean get) throws IOException, InterruptedException {
    String id = call.after("/v1/changes/");
    if (get && id.endsWith("/wait")) {
      String timeout = call.parameter("timeout");
      Duration limit = timeout.isEmpty() ? Duration.ZERO : GoTime.parse(timeout);
      return Reply.of(
          state.changes.await(
              id.substring(0, id.length() - "/wait".length()),
              limit.isZero() ? Optional.empty() : Optional.of(limit)));
    }
    if (!get) {
      if (!Trees.text(call.json(), "action").equals("abort")) {
        throw new Refusal(400, "change action is unsupported");
      }
      state.commands.kill(id);
    }
    return Reply.of(state.changes.tree(id));
  }

  private Reply layer(Map<String, @Nullable Object> json) {
    if (!Trees.text(json, "action").equals("add") || !Trees.text(json, "format").equals("yaml")) {
      throw new Refusal(400, "invalid action or format");
    }
    synchronized (state.actions) {
      state.plan.add(
          Trees.text(json, "label"), Trees.text(json, "layer"), Trees.flag(json, "combine"));
      state.checks.follow();
    }
    return Reply.of(true);
  }

  private Reply plan(Call call) {
    if (!call.parameter("format").equals("yaml")) {
      throw new Refusal(400, "invalid format \"" + call.parameter("format") + "\"");
    }
    synchronized (state.actions) {
      return Reply.of(Trees.yaml(state.plan.plan()));
    }
  }

  private Reply services(List<String> names) {
    synchronized (state.actions) {
      return Reply.of(
          state.plan.services().entrySet().stream()
              .filter(service -> names.isEmpty() || names.contains(service.getKey()))
              .map(service -> state.services.tree(service.getKey(), service.getValue()))
              .toList());
    }
  }

  private List<String> checks(String action, Map<String, @Nullable Object> json) {
    List<String> names = Trees.texts(json.get("checks"));
    return switch (action) {
      case "start" -> state.checks.start(names);
      case "stop" -> state.checks.stop(names);
      default -> throw new Refusal(400, "invalid action \"" + action + "\"");
    };
  }

  private Reply notices(Call call) throws InterruptedException {
    Set<String> types = Set.copyOf(call.list("types"));
    Set<String> keys = Set.copyOf(call.list("keys"));
    String after = call.parameter("after").isEmpty() ? null : call.parameter("after");
    String timeout = call.parameter("timeout");
    return Reply.of(
        timeout.isEmpty()
            ? state.notices.trees(types, keys, after)
            : state.notices.await(types, keys, after, GoTime.parse(timeout)));
  }

  private Reply notice(Map<String, @Nullable Object> json) {
    if (!Trees.text(json, "type").equals("custom")) {
      throw new Refusal(400, "invalid type \"%s\"".formatted(Trees.text(json, "type")));
    }
    String after = Trees.text(json, "repeat-after");
    Map<String, Object> data = new LinkedHashMap<>();
    Trees.object(json.get("data")).forEach((name, value) -> data.put(name, "" + value));
    return Reply.of(
        Map.of(
            "id",
            notify(
                Trees.text(json, "key"),
                data,
                after.isEmpty() ? Duration.ZERO : GoTime.parse(after))));
  }

  /** Tells a custom notice, to the agent too. */
  String notify(String key, Map<String, ?> data, Duration repeatAfter) {
    String id = state.notices.custom(key, data, repeatAfter);
    state.tell(new PebbleEvent.CustomNotice(id, key));
    return id;
  }

  void upgrade(HttpHead head, UnixChannel connection, ChannelInput in, ChannelOutput out)
      throws IOException, InterruptedException {
    try {
      state.commands.attach(head, connection, in, out);
    } catch (Refusal refusal) {
      Server.write(out, Reply.refused(refusal));
    }
  }

  /** Answers a request for logs, which has no envelope; false if it is another request. */
  boolean stream(Call call, ChannelOutput out) throws IOException, InterruptedException {
    if (!call.path().equals("/v1/logs") || !call.method().equals("GET")) {
      return false;
    }
    new LogStream(state.logs, call.list("services"), out).send(call);
    return true;
  }
}
