package dev.charmsignals.hooktools;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a {@link BagSelection} found in a databag, and what it left out.
 *
 * @param values the selected keys and their values, in the order of the answer
 * @param bytes how many bytes of UTF-8 these values have together
 * @param tooLong the selected keys whose values were longer than allowed
 * @param omitted how many more keys begin with the prefix, but were too many, or whose values did
 *     not fit beside the others; where every key is selected, too long ones are counted as well
 * @param extent how far the answer could be read; anything but {@link Extent#WHOLE} means that keys
 *     may be missing
 */
public record SelectedBag(
    Map<String, String> values, long bytes, List<String> tooLong, int omitted, Extent extent) {

  /** How far an answer could be read. */
  public enum Extent {
    /** To its end. */
    WHOLE,
    /** To where it was cut, because it was longer than a reply may be. */
    TRUNCATED,
    /** To where it stopped being a JSON object of strings. */
    MALFORMED
  }

  /** Copies the values and the keys. */
  public SelectedBag {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    tooLong = List.copyOf(tooLong);
  }

  /** Returns keys and sizes, because the values may hold what does not belong in a log. */
  @Override
  public String toString() {
    return "SelectedBag["
        + values.size()
        + " keys, "
        + tooLong.size()
        + " too long, "
        + omitted
        + " omitted, "
        + extent
        + "]";
  }
}
