package dev.charmsignals.histories;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Makes a history from a seed: a world, and a few dozen things that happen in it. */
final class HistoryGenerator {

  private static final int SHORTEST = 6;
  private static final int LONGEST = 40;

  /** What is drawn, each as often as it stands here; talking and running keep the world busy. */
  private static final List<Act> BAG = bag();

  private HistoryGenerator() {}

  static History of(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Setting setting = setting(random);
    int length = SHORTEST + random.nextInt(LONGEST - SHORTEST);
    // A history has a temper: some acts that come often, and others that never come.
    List<Act> favourites = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      favourites.add(Act.values()[random.nextInt(Act.values().length)]);
    }
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      Act act =
          random.nextInt(4) == 0
              ? favourites.get(random.nextInt(favourites.size()))
              : BAG.get(random.nextInt(BAG.size()));
      steps.add(step(act, random));
    }
    return new History(seed, setting, steps);
  }

  private static Setting setting(SplittableRandom random) {
    boolean small = random.nextInt(3) > 0;
    int entries = small ? 4 + random.nextInt(5) : 128;
    int bytes = random.nextInt(3) == 0 ? 6500 : 128 * 1024;
    return new Setting(
        random.nextInt(2),
        random.nextInt(3) == 0 ? 1 : 0,
        random.nextInt(4) == 0 ? 1 : 0,
        entries,
        bytes,
        random.nextInt(4) == 0 ? 1 : 0,
        1 + random.nextInt(4) / 3,
        1 + random.nextInt(3) / 2,
        1);
  }

  private static Step step(Act act, SplittableRandom random) {
    int who = random.nextInt(4);
    return switch (act) {
      case SAY -> new Step(act, random.nextInt(5) / 3, random.nextInt(7), 1 + random.nextInt(4));
      case SAY_TO_PEERS -> new Step(act, who, random.nextInt(7), 0);
      case THROW, DEFER, CALM -> new Step(act, who, random.nextInt(9), random.nextInt(3) / 2);
      case SAY_IN -> new Step(act, who, random.nextInt(7), random.nextInt(11));
      case REFRESH, REFRESH_AT_COMMIT ->
          new Step(act, who, random.nextInt(Name.EDITIONS), random.nextInt(8));
      case RETRY -> new Step(act, random.nextInt(2), 0, 0);
      default -> new Step(act, who, random.nextInt(7), random.nextInt(8));
    };
  }

  private static List<Act> bag() {
    List<Act> bag = new ArrayList<>();
    for (Act act : Act.values()) {
      int often =
          switch (act) {
            case SAY -> 26;
            case RUN_ONE -> 14;
            case RUN_ALL, SETTLE -> 8;
            case HOLD, SAY_TO_ONE, UPDATE_STATUS, DEFER, THROW -> 3;
            case REFRESH, RETRY, JUNK, NEWER, LEAD, NO_LEADER -> 1;
            default -> 2;
          };
      for (int i = 0; i < often; i++) {
        bag.add(act);
      }
    }
    return List.copyOf(bag);
  }
}
