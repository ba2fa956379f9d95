package dev.charmsignals.packing.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a command begins with so that the threads of a program take turns, each until it waits: on
 * one processor, and in the class of programs that nobody waits for. What they do is then nearly
 * always done in one order.
 */
final class TakingTurns {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String ALLOWED = "Cpus_allowed_list:";

  private TakingTurns() {}

  /** Returns the words; none where the machine has no such programs, or forbids what they do. */
  static List<String> words() {
    try {
      Optional<String> processor = processor();
      if (processor.isEmpty()) {
        return List.of();
      }
      List<String> words =
          List.of("/usr/bin/taskset", "-c", processor.get(), "/usr/bin/chrt", "--batch", "0");
      return succeeds(words) ? words : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static Optional<String> processor() throws IOException {
    if (!Files.isReadable(STATUS)) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith(ALLOWED))
          .map(line -> line.substring(ALLOWED.length()).strip().split("[-,]")[0])
          .findFirst();
    }
  }

  private static boolean succeeds(List<String> words) throws IOException {
    List<String> command = new ArrayList<>(words);
    command.add("/bin/true");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      return process.waitFor() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
