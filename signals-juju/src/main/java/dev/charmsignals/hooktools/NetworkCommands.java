package dev.charmsignals.hooktools;

import dev.charmsignals.name.RelationId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The commands of addresses and ports (contract §2.16, §2.18). */
public final class NetworkCommands {

  private final CommandRunner runner;

  NetworkCommands(CommandRunner runner) {
    this.runner = runner;
  }

  /** Runs {@code network-get}: the addresses of an endpoint or extra binding. */
  public NetworkInfo get(String binding) {
    return NetworkInfo.of(runner.object("network-get", "--format", "json", "--", binding));
  }

  /** Runs {@code network-get}: the addresses of one relation of an endpoint. */
  public NetworkInfo get(String binding, RelationId relation) {
    return NetworkInfo.of(
        runner.object("network-get", "-r", relation.toString(), "--format", "json", "--", binding));
  }

  /** Runs {@code unit-get private-address}: an address or a host name. */
  public String privateAddress() {
    return runner.string("unit-get", "--format", "json", "private-address");
  }

  /** Runs {@code unit-get public-address}: an address or a host name. */
  public String publicAddress() {
    return runner.string("unit-get", "--format", "json", "public-address");
  }

  /**
   * Runs {@code open-port}.
   *
   * @param endpoints for whose traffic; empty for all endpoints
   */
  public void open(PortRange ports, Collection<String> endpoints) {
    change("open-port", ports, endpoints);
  }

  /**
   * Runs {@code close-port}.
   *
   * @param endpoints for whose traffic; empty for all endpoints
   */
  public void close(PortRange ports, Collection<String> endpoints) {
    change("close-port", ports, endpoints);
  }

  /**
   * Runs {@code opened-ports}: each range with the endpoints it is open for, none meaning all;
   * includes what this hook has opened and closed.
   */
  public Map<PortRange, Set<String>> opened() {
    String command = "opened-ports";
    Map<PortRange, Set<String>> opened = new TreeMap<>();
    for (String line : runner.list(command, "--endpoints", "--format", "json")) {
      int space = line.indexOf(" (");
      String range = space < 0 ? line : line.substring(0, space);
      String names = space < 0 ? "*" : line.substring(space + 2, line.length() - 1);
      try {
        opened.put(PortRange.parse(range), endpoints(names));
      } catch (IllegalArgumentException e) {
        throw HookToolException.unreadable(
            command, new MalformedAnswerException("One of the list is not a range of ports"));
      }
    }
    return Collections.unmodifiableMap(opened);
  }

  private static Set<String> endpoints(String names) {
    Set<String> endpoints = new TreeSet<>();
    for (String name : names.split(",", -1)) {
      String stripped = name.strip();
      if (stripped.equals("*")) {
        return Set.of();
      }
      endpoints.add(stripped);
    }
    return Collections.unmodifiableSet(endpoints);
  }

  private void change(String command, PortRange ports, Collection<String> endpoints) {
    List<String> arguments = new ArrayList<>();
    arguments.add(ports.toString());
    if (!endpoints.isEmpty()) {
      arguments.add("--endpoints");
      arguments.add(String.join(",", endpoints));
    }
    runner.run(command, null, arguments);
  }
}
