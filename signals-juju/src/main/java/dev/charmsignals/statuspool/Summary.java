package dev.charmsignals.statuspool;

import java.util.List;

/** Shows every member. */
record Summary(String format, String separator) implements PoolMessage {

  @Override
  public String text(List<MemberStatus> worstFirst) {
    StringBuilder text = new StringBuilder();
    for (MemberStatus member : worstFirst) {
      text.append(text.length() == 0 ? "" : separator)
          .append(Format.fill(format, member.tag(), member.word(), member.message()));
    }
    return text.toString();
  }
}
