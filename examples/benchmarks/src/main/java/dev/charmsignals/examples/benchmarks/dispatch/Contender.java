package dev.charmsignals.examples.benchmarks.dispatch;

import dev.charmsignals.testkit.CharmUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One way to write the charms.
 *
 * @param name {@code ops}, {@code go}, or {@code JDK} and a release
 * @param transport how hooks reach the agent: {@code socket} or {@code exec}
 * @param charms the directory that holds the charms, packed or not
 */
record Contender(String name, String transport, Path charms) {

  static final String OPS = "ops";

  /**
   * Reads such as {@code ops=<directory>} or {@code 17=<directory>}, which is a release of the JDK
   * and stands for both transports.
   */
  static List<Contender> parse(String argument) {
    int equals = argument.indexOf('=');
    String name = argument.substring(0, equals);
    Path charms = Path.of(argument.substring(equals + 1));
    if (!Character.isDigit(name.charAt(0))) {
      return List.of(new Contender(name, "exec", charms));
    }
    return List.of(
        new Contender("JDK " + name, "socket", charms),
        new Contender("JDK " + name, "exec", charms));
  }

  boolean ours() {
    return name.startsWith("JDK ");
  }

  /** Returns the feature release of our JDK. */
  int release() {
    return Integer.parseInt(name.substring("JDK ".length()));
  }

  String inWords() {
    return name + ", " + transport;
  }

  /** Returns its charm for some work, ready to be deployed and measured. */
  CharmUnderTest charm(Work work, Meter meter) {
    Map<String, String> variables = new HashMap<>(meter.variables());
    if (ours() && transport.equals("exec")) {
      variables.put("CHARM_SIGNALS_TRANSPORT", "exec");
    }
    CharmUnderTest charm =
        ours()
            ? CharmUnderTest.packed(archive(work.charm()), variables)
            : CharmUnderTest.directory(charms.resolve(work.charm()), variables);
    return new MeteredCharm(charm, meter);
  }

  private Path archive(String charm) {
    try (Stream<Path> files = Files.list(charms)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(charm + "_"))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("No %s in %s".formatted(charm, charms)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + charms, e);
    }
  }
}
