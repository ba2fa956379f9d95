package dev.charmsignals.packing.charm;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How the program of a charm is started.
 *
 * @param mainClass whose {@code main} runs a hook
 * @param heap the most that Java may take for objects, such as {@code 64m}
 * @param options further options of Java
 */
public record Launch(String mainClass, String heap, List<String> options) {

  private static final Pattern CLASS =
      Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*(\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*");
  private static final Pattern HEAP = Pattern.compile("[1-9][0-9]*[kmgKMG]?");

  /**
   * Checks and copies what it is given.
   *
   * @throws CharmPartException if it cannot be what Java is told
   */
  public Launch {
    if (!CLASS.matcher(mainClass).matches()) {
      throw new CharmPartException(
          "\"%s\" is no class; write <mainClass>com.example.MyCharm</mainClass>", mainClass);
    }
    if (!HEAP.matcher(heap).matches()) {
      throw new CharmPartException("\"%s\" is no size; write <heap>64m</heap>", heap);
    }
    for (String option : options) {
      if (!option.startsWith("-") || option.chars().anyMatch(c -> c < ' ')) {
        throw new CharmPartException(
            "\"%s\" is no option of Java; write for example <option>-Dname=value</option>", option);
      }
    }
    options = List.copyOf(options);
  }

  /** Returns the options with the one for the heap. */
  List<String> allOptions() {
    List<String> all = new ArrayList<>();
    all.add("-Xmx" + heap);
    all.addAll(options);
    return all;
  }
}
