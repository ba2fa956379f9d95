package dev.charmsignals.testkit.pebble;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** All notices. For any thread. */
final class NoticeBook {

  private static final Pattern KEY =
      Pattern.compile(
          "[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)+(/[a-z0-9]+(-[a-z0-9]+)*)+");
  private static final int MAX_KEY = 256;
  private static final int MAX_DATA = 4096;

  private static final class Kept {
    final String id;
    final String type;
    final String key;
    final Instant first;
    Instant last;
    Instant repeated;
    int occurrences;
    Map<String, Object> data = Map.of();
    Duration repeatAfter = Duration.ZERO;

    Kept(String id, String type, String key, Instant now) {
      this.id = id;
      this.type = type;
      this.key = key;
      first = now;
      last = now;
      repeated = now;
    }
  }

  private final Clockwork clock;
  private final List<Kept> notices = new ArrayList<>();

  NoticeBook(Clockwork clock) {
    this.clock = clock;
  }

  /** Adds a custom notice, if it is one. */
  synchronized String custom(String key, Map<String, ?> data, Duration repeatAfter) {
    if (!KEY.matcher(key).matches() || key.length() > MAX_KEY) {
      throw new Refusal(
          400, "invalid key \"%s\" (must be in \"example.com/path\" format)".formatted(key));
    }
    if (Trees.json(data).length > MAX_DATA) {
      throw new Refusal(400, "notice data too large, maximum 4096 bytes");
    }
    return add("custom", key, data, repeatAfter);
  }

  synchronized String add(String type, String key, Map<String, ?> data, Duration repeatAfter) {
    Instant now = clock.next();
    Kept notice =
        notices.stream()
            .filter(kept -> kept.type.equals(type) && kept.key.equals(key))
            .findFirst()
            .orElse(null);
    if (notice == null) {
      notice = new Kept(Integer.toString(notices.size() + 1), type, key, now);
      notices.add(notice);
    }
    notice.occurrences++;
    notice.last = now;
    notice.data = Map.copyOf(data);
    notice.repeatAfter = repeatAfter;
    if (!now.isBefore(notice.repeated.plus(repeatAfter))) {
      notice.repeated = now;
    }
    notifyAll();
    return notice.id;
  }

  synchronized Map<String, Object> tree(String id) {
    return notices.stream()
        .filter(notice -> notice.id.equals(id))
        .map(NoticeBook::tree)
        .findFirst()
        .orElseThrow(() -> new Refusal(404, "cannot find notice with ID \"" + id + "\""));
  }

  /** Returns what is wanted, by the time of the last repetition. */
  synchronized List<Map<String, Object>> trees(
      Set<String> types, Set<String> keys, @Nullable String after) {
    Instant from = after == null ? Instant.MIN : OffsetDateTime.parse(after).toInstant();
    return notices.stream()
        .filter(notice -> types.isEmpty() || types.contains(notice.type))
        .filter(notice -> keys.isEmpty() || keys.contains(notice.key))
        .filter(notice -> notice.repeated.isAfter(from))
        .sorted(Comparator.comparing((Kept notice) -> notice.repeated))
        .map(NoticeBook::tree)
        .toList();
  }

  synchronized List<Map<String, Object>> await(
      Set<String> types, Set<String> keys, @Nullable String after, Duration limit)
      throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      List<Map<String, Object>> found = trees(types, keys, after);
      long left = end - System.nanoTime();
      if (!found.isEmpty() || left <= 0) {
        return found;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
  }

  private static Map<String, Object> tree(Kept notice) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("id", notice.id);
    if (notice.type.equals("custom")) {
      tree.put("user-id", 0);
    }
    tree.put("type", notice.type);
    tree.put("key", notice.key);
    tree.put("first-occurred", notice.first.toString());
    tree.put("last-occurred", notice.last.toString());
    tree.put("last-repeated", notice.repeated.toString());
    tree.put("occurrences", notice.occurrences);
    if (!notice.data.isEmpty()) {
      tree.put("last-data", notice.data);
    }
    if (!notice.repeatAfter.isZero()) {
      tree.put("repeat-after", GoTime.text(notice.repeatAfter));
    }
    tree.put("expire-after", GoTime.text(Duration.ofDays(7)));
    return tree;
  }
}
