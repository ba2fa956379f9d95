package dev.charmsignals.testkit.pebble;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The identities; they are kept, and decide nothing. For any thread. */
final class IdentityBook {

  private static final Set<String> ACCESS = Set.of("admin", "read", "metrics", "untrusted");

  private final Map<String, Map<String, Object>> identities = new TreeMap<>();

  synchronized void act(String action, Map<String, @Nullable Object> wanted) {
    if (!action.equals("replace")) {
      throw new Refusal(400, "the simulated Pebble only knows action \"replace\"");
    }
    wanted.forEach(
        (name, identity) -> {
          if (identity == null) {
            identities.remove(name);
          } else {
            identities.put(name, checked(name, identity));
          }
        });
  }

  private static Map<String, Object> checked(String name, Object identity) {
    Map<String, Object> fields = new LinkedHashMap<>();
    Trees.object(identity)
        .forEach(
            (field, value) -> {
              if (value != null) {
                fields.put(field, field.equals("basic") ? Map.of("password", "*****") : value);
              }
            });
    if (!ACCESS.contains(String.valueOf(fields.get("access"))) || fields.size() != 2) {
      throw new Refusal(400, "identity \"" + name + "\" invalid");
    }
    return fields;
  }

  synchronized Map<String, Object> tree() {
    return new LinkedHashMap<>(identities);
  }
}
