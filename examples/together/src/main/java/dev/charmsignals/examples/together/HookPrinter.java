package dev.charmsignals.examples.together;

import dev.charmsignals.testkit.command.WorkloadStatus;
import dev.charmsignals.testkit.world.Change;
import dev.charmsignals.testkit.world.HookOutcome;
import dev.charmsignals.testkit.world.HookRecord;
import dev.charmsignals.testkit.world.LogRecord;
import dev.charmsignals.testkit.world.ReadRecord;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints each hook as one line, when it has ended: whose it was, and what it did. */
final class HookPrinter {

  private final PrintStream out;
  private final Map<String, WorkloadStatus> statuses = new HashMap<>();

  HookPrinter(PrintStream out) {
    this.out = out;
  }

  void print(HookRecord hook) {
    String done =
        Stream.of(
                ending(hook),
                said("read", hook.reads().stream().map(ReadRecord::toString).map(this::owner)),
                said("heard", Passed.heardBy(hook).stream().map(Passed::toString)),
                said("logged", logged(hook)),
                said("wrote", wrote(hook)),
                said("status", newStatus(hook).stream()))
            .flatMap(Optional::stream)
            .collect(Collectors.joining("; "));
    String line = "%4d  %-11s  %-37s  %s".formatted(hook.number(), hook.unit(), hook.hook(), done);
    out.println(line.stripTrailing());
  }

  private static Optional<String> ending(HookRecord hook) {
    return hook.outcome() == HookOutcome.COMMITTED
        ? Optional.empty()
        : Optional.of(hook.outcome() + " with exit status " + hook.exitStatus());
  }

  /** The demo has one relation, so its id tells nothing. */
  private String owner(String read) {
    return read.substring(read.indexOf(' ') + 1);
  }

  /** Leaves out what is shown as heard. */
  private static Stream<String> logged(HookRecord hook) {
    return hook.logs().stream()
        .filter(log -> Passed.heardIn(log, hook).isEmpty())
        .map(LogRecord::text)
        .map(text -> text.lines().findFirst().orElse(""));
  }

  /** The entries of the own stream, and what else stands in a databag for others to see. */
  private static Stream<String> wrote(HookRecord hook) {
    List<String> written = new ArrayList<>();
    for (Change change : hook.changes()) {
      if (change.key().equals("signals") && change.before().isEmpty()) {
        written.add("header");
      } else if (change.key().equals("signals-ack")) {
        written.add("ack");
      }
    }
    return Stream.concat(Passed.writtenBy(hook).stream().map(Passed::toString), written.stream());
  }

  private Optional<String> newStatus(HookRecord hook) {
    WorkloadStatus before = statuses.put(hook.unit(), hook.status());
    return hook.status().equals(before)
        ? Optional.empty()
        : Optional.of((hook.status().status() + " " + hook.status().message()).strip());
  }

  private static Optional<String> said(String word, Stream<String> things) {
    String all = things.collect(Collectors.joining(", "));
    return all.isEmpty() ? Optional.empty() : Optional.of(word + " " + all);
  }
}
