package dev.charmsignals.histories;

import java.util.ArrayList;
import java.util.List;

/**
 * What happens in one simulated world, from its beginning. Its text is all that is needed to run it
 * again.
 *
 * @param seed decides what Juju leaves open
 * @param setting how the world begins
 * @param steps what happens then
 */
record History(long seed, Setting setting, List<Step> steps) {

  History {
    steps = List.copyOf(steps);
  }

  History with(List<Step> steps) {
    return new History(seed, setting, steps);
  }

  /** Returns the history as text: the seed, the setting, and the steps, numbered and in words. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append("seed ").append(seed).append('\n');
    text.append("setting ").append(setting.text()).append('\n');
    for (int i = 0; i < steps.size(); i++) {
      text.append("%3d. %s%n".formatted(i + 1, steps.get(i)));
    }
    return text.toString();
  }

  /** Reads what {@link #text} wrote. */
  static History parse(String text) {
    long seed = 0;
    Setting setting = null;
    List<Step> steps = new ArrayList<>();
    for (String line : text.lines().toList()) {
      String plain = line.replaceFirst("#.*", "").strip();
      if (plain.startsWith("seed ")) {
        seed = Long.parseLong(plain.substring(5));
      } else if (plain.startsWith("setting ")) {
        setting = Setting.parse(plain.substring(8));
      } else if (!plain.isEmpty()) {
        steps.add(Step.parse(plain.replaceFirst("^\\d+\\.", "")));
      }
    }
    if (setting == null) {
      throw new IllegalArgumentException("The text of a history has a line \"setting …\"");
    }
    return new History(seed, setting, steps);
  }
}
