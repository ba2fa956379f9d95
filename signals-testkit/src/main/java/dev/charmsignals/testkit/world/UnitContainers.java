package dev.charmsignals.testkit.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The containers of one unit's pod, and what its agent has still to tell the charm of them. */
final class UnitContainers {

  private static final Duration POLL = Duration.ofSeconds(5);

  private static final int LONGEST_KEY = 255;
  private static final Pattern NOTICE_KEY =
      Pattern.compile(
          "[a-z0-9]+(?:-[a-z0-9]+)*(?:\\.[a-z0-9]+(?:-[a-z0-9]+)*)+(?:/[a-z0-9]+(?:-[a-z0-9]+)*)+");

  private static final class Container {
    boolean up = true;
    boolean told;
    int notices;
    @Nullable Instant poll;
    final Deque<Hook> events = new ArrayDeque<>();
  }

  private final SortedMap<String, Container> containers = new TreeMap<>();

  UnitContainers(Collection<String> names) {
    names.forEach(name -> containers.put(name, new Container()));
  }

  /** The pod that comes next has these. */
  void become(Collection<String> names) {
    containers.keySet().retainAll(names);
    names.forEach(name -> containers.computeIfAbsent(name, added -> new Container()));
  }

  Collection<String> names() {
    return containers.keySet();
  }

  boolean canConnect(String name) {
    return require(name).up;
  }

  /** Makes a container reachable or not; when it becomes so, its pebble-ready is due again. */
  void connect(String name, boolean up) {
    Container container = require(name);
    if (up && !container.up) {
      container.told = false;
      container.poll = null;
    }
    container.up = up;
    if (!up) {
      container.events.clear();
    }
  }

  /** Makes the charm have heard of everything. */
  void settle() {
    for (Container container : containers.values()) {
      container.told = container.up;
      container.events.clear();
    }
  }

  /** Answers what is wrong with the key of a notice, if anything. */
  static Optional<String> noticeComplaint(String key) {
    return NOTICE_KEY.matcher(key).matches() && key.length() <= LONGEST_KEY
        ? Optional.empty()
        : Optional.of(
            "\"%s\" is no key of a notice, such as \"example.com/backup\"".formatted(key));
  }

  /** Somebody leaves a notice in a container, which has the next number. */
  void notify(String name, String type, String key) {
    notify(name, Integer.toString(++requireUp(name).notices), type, key);
  }

  /** The same with the number that a Pebble has given it. */
  void notify(String name, String id, String type, String key) {
    Container container = requireUp(name);
    noticeComplaint(key)
        .ifPresent(
            complaint -> {
              throw new ImpossibleWorldException(complaint);
            });
    container.events.add(
        Hook.about(HookKind.PEBBLE_CUSTOM_NOTICE, new HookSubject.Notice(name, id, type, key)));
  }

  /** A check of a container has failed for long enough, or is well again. */
  void check(String name, String check, boolean failed) {
    HookKind kind = failed ? HookKind.PEBBLE_CHECK_FAILED : HookKind.PEBBLE_CHECK_RECOVERED;
    requireUp(name).events.add(Hook.about(kind, new HookSubject.Check(name, check)));
  }

  List<Hook> due(Instant now) {
    if (containers.isEmpty()) {
      return List.of();
    }
    List<Hook> due = new ArrayList<>();
    containers.forEach(
        (name, container) -> {
          if (!container.up) {
            return;
          }
          if (!container.told && (container.poll == null || !container.poll.isAfter(now))) {
            due.add(Hook.about(HookKind.PEBBLE_READY, new HookSubject.Container(name)));
          }
          if (!container.events.isEmpty()) {
            due.add(container.events.element());
          }
        });
    return due;
  }

  /** A workload hook has run, or was skipped because it failed (contract section 1.7). */
  void record(Hook hook, boolean failed, Instant now) {
    Container container = require(hook.subject().prefix());
    if (hook.kind() != HookKind.PEBBLE_READY) {
      container.events.remove(hook);
    } else if (failed) {
      container.poll = now.plus(POLL);
    } else {
      container.told = true;
      container.poll = null;
    }
  }

  /** Looks at once at containers whose pebble-ready has failed; answers whether there were any. */
  boolean poll() {
    boolean waiting = false;
    for (Container container : containers.values()) {
      waiting |= container.up && !container.told && container.poll != null;
      container.poll = null;
    }
    return waiting;
  }

  /** The pod goes and another one comes: everything in it begins anew. */
  void restart() {
    for (Container container : containers.values()) {
      container.told = false;
      container.poll = null;
      container.events.clear();
    }
  }

  private Container require(String name) {
    Container container = containers.get(name);
    if (container == null) {
      throw new ImpossibleWorldException(
          "There is no container \"%s\"; there are %s".formatted(name, containers.keySet()));
    }
    return container;
  }

  private Container requireUp(String name) {
    Container container = require(name);
    if (!container.up) {
      throw new ImpossibleWorldException(
          "Container \"%s\" cannot be reached, so nobody hears of what happens in it"
              .formatted(name));
    }
    return container;
  }
}
