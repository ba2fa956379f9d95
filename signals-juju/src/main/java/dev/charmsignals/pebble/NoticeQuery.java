package dev.charmsignals.pebble;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which notices are wanted; those that fit everything that is said. Immutable.
 *
 * @param types of these types; any if there are none
 * @param keys with these keys; any if there are none
 * @param after last repeated later than that
 * @param everybodys also other users' own, which only an admin may see
 */
public record NoticeQuery(
    List<String> types, List<String> keys, Optional<Instant> after, boolean everybodys) {

  /** Keeps copies. */
  public NoticeQuery {
    types = List.copyOf(types);
    keys = List.copyOf(keys);
  }

  /** All that this user may see. */
  public static NoticeQuery all() {
    return new NoticeQuery(List.of(), List.of(), Optional.empty(), false);
  }

  /** Only those of some types. */
  public NoticeQuery types(String... types) {
    return new NoticeQuery(List.of(types), keys, after, everybodys);
  }

  /** Only those with some keys. */
  public NoticeQuery keys(String... keys) {
    return new NoticeQuery(types, List.of(keys), after, everybodys);
  }

  /** Only those last repeated after a moment, such as another one's {@code lastRepeated}. */
  public NoticeQuery after(Instant moment) {
    return new NoticeQuery(types, keys, Optional.of(moment), everybodys);
  }

  /** Also other users' own. */
  public NoticeQuery everybodysToo() {
    return new NoticeQuery(types, keys, after, true);
  }

  Query query() {
    Query query = new Query("/v1/notices").with("types", types).with("keys", keys);
    if (after.isPresent()) {
      query.with("after", after.get().toString());
    }
    return everybodys ? query.with("users", "all") : query;
  }
}
