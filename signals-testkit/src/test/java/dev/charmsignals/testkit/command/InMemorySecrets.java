package dev.charmsignals.testkit.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** Secrets in which a test sets what it needs, and which remember what was asked of them. */
final class InMemorySecrets implements SecretContext {

  static final String ID = "9m4e2mr0ui3e8a215n4g";

  final SortedMap<String, SecretMetadata> metadata = new TreeMap<>();
  final List<String> done = new ArrayList<>();
  Map<String, String> content = Map.of();
  Map<String, String> written = Map.of();

  @Override
  public Instant now() {
    return Instant.parse("2026-01-31T12:00:00Z");
  }

  @Override
  public String add(SecretChange change, boolean ownedByUnit) {
    written = change.content();
    done.add((ownedByUnit ? "unit adds " : "application adds ") + change);
    return ID;
  }

  @Override
  public void set(String id, SecretChange change) {
    written = change.content();
    done.add("set " + id + " " + change);
  }

  @Override
  public Map<String, String> get(Optional<String> id, String label, boolean refresh, boolean peek) {
    done.add(
        "get "
            + id.orElse("?")
            + " as \""
            + label
            + "\""
            + (refresh ? " refresh" : "")
            + (peek ? " peek" : ""));
    return content;
  }

  @Override
  public SortedMap<String, SecretMetadata> metadata() {
    return metadata;
  }

  @Override
  public void grant(String id, int relation, Optional<String> unit) {
    done.add("grant " + id + " in " + relation + " to " + unit.orElse("all"));
  }

  @Override
  public void revoke(String id, Optional<String> application, Optional<String> unit) {
    done.add("revoke " + id + " from " + unit.or(() -> application).orElse("nobody"));
  }

  @Override
  public void remove(String id, OptionalInt revision) {
    done.add("remove " + id + (revision.isPresent() ? "/" + revision.getAsInt() : ""));
  }
}
