package dev.charmsignals.statuspool;

import dev.charmsignals.model.StatusLevel;
import java.util.List;

/** Shows the worst member; nothing when that is active and has nothing to say. */
record WorstOnly(String format) implements PoolMessage {

  @Override
  public String text(List<MemberStatus> worstFirst) {
    MemberStatus worst = worstFirst.get(0);
    if (worst.level() == StatusLevel.ACTIVE && worst.message().isEmpty()) {
      return "";
    }
    return Format.fill(format, worst.tag(), worst.message());
  }
}
