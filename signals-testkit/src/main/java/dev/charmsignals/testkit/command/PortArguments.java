package dev.charmsignals.testkit.command;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What open-port and close-port are about.
 *
 * @param range the ports
 * @param endpoints the endpoints concerned; empty for all
 */
record PortArguments(PortRange range, Set<String> endpoints) {

  static final List<Option> OPTIONS =
      List.of(
          Option.OLD_FORMAT,
          new Option(
              List.of("endpoints"),
              Option.Kind.TEXT,
              "a comma-delimited list of application endpoints to target"));

  static PortArguments of(Call call) {
    String range =
        call.flags()
            .positional(0)
            .orElseThrow(() -> new UsageFailure("no port or range specified"));
    PortRange parsed = parse(range.toLowerCase(Locale.ROOT));
    call.flags().refuseBeyond(1);
    Set<String> endpoints = new LinkedHashSet<>();
    Optional<String> named = call.flags().text("endpoints");
    if (named.isPresent()) {
      for (String endpoint : named.get().split(",", -1)) {
        endpoints.add(GoText.trim(endpoint));
      }
    }
    return new PortArguments(parsed, endpoints);
  }

  private static PortRange parse(String text) {
    int slash = text.indexOf('/');
    String protocol = slash < 0 ? "tcp" : text.substring(slash + 1);
    String ports = slash < 0 ? text : text.substring(0, slash);
    if (ports.equals("icmp")) {
      return new PortRange(-1, -1, "icmp");
    }
    String[] bounds = ports.split("-", -1);
    if (bounds.length > 2) {
      throw new UsageFailure("invalid port range " + GoText.quote(ports));
    }
    int from = port(bounds[0]);
    int to = port(bounds[bounds.length - 1]);
    return checked(new PortRange(from, to, protocol));
  }

  private static int port(String text) {
    String quoted = GoText.quote(text);
    if (!GoText.isInteger(text)) {
      throw new UsageFailure(
          "invalid port " + quoted + ": strconv.Atoi: parsing " + quoted + ": invalid syntax");
    }
    return (int) Math.max(-1, Math.min(Integer.MAX_VALUE, Long.parseLong(text)));
  }

  private static PortRange checked(PortRange range) {
    switch (range.protocol()) {
      case "tcp", "udp" -> {
        // The bounds are looked at next.
      }
      case "icmp" ->
          throw new UsageFailure(
              "protocol \"icmp\" doesn't support any ports; got \"%d\"".formatted(range.from()));
      default ->
          throw new UsageFailure(
              "invalid protocol %s, expected \"tcp\", \"udp\", or \"icmp\""
                  .formatted(GoText.quote(range.protocol())));
    }
    if (range.from() > range.to()) {
      throw new UsageFailure("invalid port range " + range);
    }
    if (range.from() < 0 || range.to() > 65535) {
      throw new UsageFailure(
          "port range bounds must be between 0 and 65535, got %d-%d"
              .formatted(range.from(), range.to()));
    }
    return range;
  }
}
