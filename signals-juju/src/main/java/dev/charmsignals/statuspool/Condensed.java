package dev.charmsignals.statuspool;

import dev.charmsignals.model.StatusLevel;
import java.util.List;

/** Counts the members of each level, the worst first; priorities make no difference. */
record Condensed(String format, String separator) implements PoolMessage {

  @Override
  public String text(List<MemberStatus> worstFirst) {
    if (worstFirst.get(0).level() == StatusLevel.ACTIVE
        && worstFirst.get(worstFirst.size() - 1).level() == StatusLevel.ACTIVE) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    for (int from = 0, to; from < worstFirst.size(); from = to) {
      String word = worstFirst.get(from).word();
      to = from + 1;
      while (to < worstFirst.size() && worstFirst.get(to).word().equals(word)) {
        to++;
      }
      text.append(text.length() == 0 ? "" : separator)
          .append(Format.fill(format, Integer.toString(to - from), word));
    }
    return text.toString();
  }
}
