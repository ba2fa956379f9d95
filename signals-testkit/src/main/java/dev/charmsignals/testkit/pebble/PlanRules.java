package dev.charmsignals.testkit.pebble;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a plan must be like. */
final class PlanRules {

  private PlanRules() {}

  static void check(Map<String, Object> plan) {
    Map<String, Object> services = section(plan, "services");
    services.forEach((name, entry) -> service(services, name, LayerText.fields(entry)));
    section(plan, "checks").forEach((name, entry) -> check(name, LayerText.fields(entry)));
    Startup.order(services, List.copyOf(services.keySet()));
  }

  private static Map<String, Object> section(Map<String, Object> plan, String section) {
    return LayerText.fields(plan.getOrDefault(section, Map.of()));
  }

  private static void service(
      Map<String, Object> services, String name, Map<String, Object> service) {
    if (!service.containsKey("command")) {
      throw new Refusal(400, "plan must define \"command\" for service \"" + name + "\"");
    }
    for (String required : Trees.texts(service.get("requires"))) {
      if (!services.containsKey(required)) {
        throw new Refusal(
            400,
            "service \"%s\" requires \"%s\", which is not in the plan".formatted(name, required));
      }
    }
  }

  private static void check(String name, Map<String, Object> check) {
    if (Stream.of("http", "tcp", "exec").filter(check::containsKey).count() != 1) {
      throw new Refusal(
          400,
          "plan must specify one of \"http\", \"tcp\", or \"exec\" for check \"" + name + "\"");
    }
    for (String field : List.of("period", "timeout")) {
      Object value = check.get(field);
      if (value != null && GoTime.parse(value.toString()).compareTo(Duration.ZERO) <= 0) {
        throw new Refusal(400, "plan check \"%s\" %s must not be zero".formatted(name, field));
      }
    }
  }
}
