package dev.charmsignals.model;

import dev.charmsignals.hook.JujuFeature;
import dev.charmsignals.hooktools.NetworkCommands;
import dev.charmsignals.hooktools.PortRange;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The ports that this unit lets others reach once an operator exposes the application.
 *
 * <p>What is open is read once; what the charm wants is compared with it when the hook succeeds,
 * and only the difference is told Juju. A range is open for all endpoints, or for some.
 */
public final class Ports implements Participant<Optional<Map<PortRange, Set<String>>>> {

  private static final Set<String> ALL = Set.of();

  private final HookSession session;
  private @Nullable Map<PortRange, Set<String>> before;
  private @Nullable TreeMap<PortRange, Set<String>> wanted;

  Ports(HookSession session) {
    this.session = session;
  }

  /**
   * Returns what is open when this hook succeeds: each range, and the endpoints it is open for,
   * where none means all.
   */
  public Map<PortRange, Set<String>> opened() {
    Map<PortRange, Set<String>> now = wanted;
    return now == null ? before() : Collections.unmodifiableMap(new TreeMap<>(now));
  }

  /** Has these ranges open for all endpoints, and no others. */
  public void set(PortRange... ranges) {
    TreeMap<PortRange, Set<String>> all = new TreeMap<>();
    for (PortRange range : ranges) {
      all.put(range, ALL);
    }
    set(all);
  }

  /**
   * Has these ranges open for these endpoints, and no others.
   *
   * @param ranges the endpoints by range; none for all endpoints
   */
  public void set(Map<PortRange, Set<String>> ranges) {
    TreeMap<PortRange, Set<String>> next = new TreeMap<>();
    for (Map.Entry<PortRange, Set<String>> range : ranges.entrySet()) {
      requireOpenable(range.getKey(), range.getValue(), next);
      next.put(range.getKey(), Set.copyOf(range.getValue()));
    }
    wanted = next;
  }

  /**
   * Opens a range, which changes nothing where it is open.
   *
   * @param endpoints for whose traffic; all if none is named
   */
  public void open(PortRange range, String... endpoints) {
    Set<String> more = Set.of(endpoints);
    TreeMap<PortRange, Set<String>> next = new TreeMap<>(opened());
    requireOpenable(range, more, next);
    Set<String> already = next.get(range);
    if (already == null || more.isEmpty()) {
      next.put(range, more);
    } else if (!already.isEmpty()) {
      Set<String> both = new TreeSet<>(already);
      both.addAll(more);
      next.put(range, both);
    }
    wanted = next;
  }

  /**
   * Closes a range, which changes nothing where it is not open.
   *
   * @param endpoints for whose traffic; all if none is named
   */
  public void close(PortRange range, String... endpoints) {
    TreeMap<PortRange, Set<String>> next = new TreeMap<>(opened());
    Set<String> already = next.remove(range);
    if (already != null && endpoints.length > 0) {
      Set<String> rest = new TreeSet<>(already.isEmpty() ? session.declared().names() : already);
      rest.removeAll(List.of(endpoints));
      if (!rest.isEmpty()) {
        next.put(range, rest);
      }
    }
    wanted = next;
  }

  /** Closes first, so that a range can make way for one that overlaps it. */
  void commit() {
    TreeMap<PortRange, Set<String>> after = wanted;
    if (after == null) {
      return;
    }
    Map<PortRange, Set<String>> open = before();
    NetworkCommands commands = session.tools().network();
    for (Map.Entry<PortRange, Set<String>> range : open.entrySet()) {
      Set<String> kept = after.get(range.getKey());
      if (kept == null) {
        commands.close(range.getKey(), ALL);
      } else if (!kept.isEmpty()) {
        // Closing for one endpoint what is open for all leaves it open for the others.
        Set<String> closed = without(kept, range.getValue());
        if (!closed.isEmpty()) {
          commands.close(range.getKey(), closed);
        }
      }
    }
    for (Map.Entry<PortRange, Set<String>> range : after.entrySet()) {
      Set<String> already = open.get(range.getKey());
      if (already == null) {
        commands.open(range.getKey(), range.getValue());
      } else if (!already.isEmpty()) {
        Set<String> opened = new TreeSet<>(range.getValue());
        opened.removeAll(already);
        if (range.getValue().isEmpty() || !opened.isEmpty()) {
          commands.open(range.getKey(), opened);
        }
      }
    }
  }

  @Override
  public Optional<Map<PortRange, Set<String>>> mark() {
    return wanted == null ? Optional.empty() : Optional.of(Map.copyOf(wanted));
  }

  @Override
  public void reset(Optional<Map<PortRange, Set<String>>> mark) {
    wanted = mark.isEmpty() ? null : new TreeMap<>(mark.get());
  }

  private Set<String> without(Set<String> kept, Set<String> open) {
    Set<String> rest = new TreeSet<>(open.isEmpty() ? session.declared().names() : open);
    rest.removeAll(kept);
    return rest;
  }

  private Map<PortRange, Set<String>> before() {
    Map<PortRange, Set<String>> known = before;
    if (known == null) {
      known = session.tools().network().opened();
      before = known;
    }
    return known;
  }

  private void requireOpenable(
      PortRange range, Set<String> endpoints, Map<PortRange, Set<String>> beside) {
    for (String endpoint : endpoints) {
      session.declared().requireDeclared(endpoint);
    }
    if (session.environment().isKubernetes()) {
      session.model().require(JujuFeature.KUBERNETES_PORTS);
    }
    if (range.isSeveral() && session.environment().isKubernetes()) {
      throw refused(range, "Kubernetes opens no ranges of ports", "Open each port by itself");
    }
    for (PortRange other : beside.keySet()) {
      if (!other.equals(range) && other.overlaps(range)) {
        throw refused(range, "it overlaps %s".formatted(other), "Close that one, or join them");
      }
    }
  }

  private RefusedDeedException refused(PortRange range, String reason, String wayOut) {
    return new RefusedDeedException(session.environment().unit(), "open " + range, reason, wayOut);
  }
}
