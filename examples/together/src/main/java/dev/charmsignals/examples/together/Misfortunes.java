package dev.charmsignals.examples.together;

import dev.charmsignals.testkit.world.HookRecord;
import dev.charmsignals.testkit.world.Kill;
import dev.charmsignals.testkit.world.KillPoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Draws what is to befall a hook, with an eye on what such a hook has done before. */
final class Misfortunes {

  private static final List<String> FIRST_GUESS =
      List.of("state-get", "relation-get", "relation-set", "state-set");

  private final Random random;
  private final boolean processesForCommands;
  private final Map<String, List<String>> commands = new HashMap<>();
  private long typicalNanos = 400_000_000;

  Misfortunes(Random random, boolean processesForCommands) {
    this.random = random;
    this.processesForCommands = processesForCommands;
  }

  /** Takes note of a hook that nothing befell. */
  void learn(HookRecord hook, long nanos) {
    List<String> run = new ArrayList<>();
    hook.commands().forEach(each -> run.add(each.command()));
    if (!run.isEmpty()) {
      commands.put(hook.hook().name(), run);
    }
    typicalNanos = (3 * typicalNanos + nanos) / 4;
  }

  /** Draws one for a hook of this name that sends about so many bytes; kills come most often. */
  Optional<Misfortune> draw(String hook, int bytes) {
    int kind = random.nextInt(10);
    if (kind < 2) {
      return Optional.empty();
    }
    if (kind < 4) {
      return Optional.of(new Misfortune.AgentDied(kind == 3));
    }
    List<String> likely = commands.getOrDefault(hook, FIRST_GUESS);
    String command = likely.get(random.nextInt(likely.size()));
    if (kind == 4) {
      return Optional.of(new Misfortune.Killed(Kill.agent(pointOfHook(command, bytes))));
    }
    Kill kill =
        processesForCommands && random.nextBoolean()
            ? Kill.command(pointOfCommand(command, bytes))
            : Kill.hook(pointOfHook(command, bytes));
    return Optional.of(new Misfortune.Killed(random.nextInt(5) == 0 ? kill.bySigterm() : kill));
  }

  /** A command that has its answer is gone before anybody could kill it. */
  private KillPoint pointOfCommand(String command, int bytes) {
    return random.nextBoolean()
        ? new KillPoint.AfterBytes(random.nextInt(bytes))
        : new KillPoint.BeforeAnswer(command);
  }

  private KillPoint pointOfHook(String command, int bytes) {
    return switch (random.nextInt(8)) {
      case 0, 1 -> new KillPoint.AfterBytes(random.nextInt(bytes));
      case 2 -> new KillPoint.BeforeAnswer(command);
      case 3 -> new KillPoint.AfterAnswer(command);
      case 4 -> new KillPoint.AfterClosing();
      default -> new KillPoint.AfterDelay(Duration.ofNanos(random.nextLong(typicalNanos * 5 / 4)));
    };
  }
}
