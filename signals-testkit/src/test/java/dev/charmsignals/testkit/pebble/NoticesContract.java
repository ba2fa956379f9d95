package dev.charmsignals.testkit.pebble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.pebble.Notice;
import dev.charmsignals.pebble.NoticeQuery;
import dev.charmsignals.pebble.Notices;
import dev.charmsignals.pebble.PebbleApiException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** How notices are told and awaited. */
interface NoticesContract extends PebbleContract {

  private Notices notices() {
    return client().notices();
  }

  @Test
  default void countsHowOftenSomethingOccurred() {
    String id = notices().notify("example.com/twice", Map.of("k", "old"), Duration.ZERO);
    assertEquals(id, notices().notify("example.com/twice", Map.of("k", "v"), Duration.ZERO));

    Notice notice = notices().find(id).orElseThrow();

    assertEquals(
        List.of("custom", "example.com/twice", 2L, Map.of("k", "v")),
        List.of(notice.type(), notice.key(), notice.occurrences(), notice.lastData()));
    assertTrue(notice.firstOccurred().isBefore(notice.lastOccurred()));
    assertEquals(Optional.of(Duration.ofDays(7)), notice.expireAfter());
    assertEquals(Optional.empty(), notice.repeatAfter());
  }

  @Test
  default void repeatsNothingThatWasToldJustNow() {
    String id = notices().notify("example.com/calm", Map.of(), Duration.ofHours(1));
    Notice once = notices().find(id).orElseThrow();
    notices().notify("example.com/calm", Map.of(), Duration.ofHours(1));

    Notice twice = notices().find(id).orElseThrow();

    assertEquals(2, twice.occurrences());
    assertEquals(once.lastRepeated(), twice.lastRepeated());
    assertEquals(Optional.of(Duration.ofHours(1)), twice.repeatAfter());
  }

  @Test
  default void listsWhatIsWantedByTime() {
    for (String key : List.of("example.com/b", "example.com/a", "example.com/c")) {
      notices().notify(key);
    }

    List<Notice> listed =
        notices().list(NoticeQuery.all().types("custom").keys("example.com/c", "example.com/b"));

    assertEquals(
        List.of("example.com/b", "example.com/c"), listed.stream().map(Notice::key).toList());
    assertEquals(
        List.of("example.com/c"),
        notices()
            .list(
                NoticeQuery.all()
                    .keys("example.com/c", "example.com/b")
                    .after(listed.get(0).lastRepeated()))
            .stream()
            .map(Notice::key)
            .toList());
  }

  @Test
  default void waitsForWhatIsToldLater() {
    Notice last = notices().find(notices().notify("example.com/last")).orElseThrow();
    NoticeQuery later = NoticeQuery.all().keys("example.com/later").after(last.lastRepeated());
    assertEquals(List.of(), notices().await(later, Duration.ofMillis(20)));

    var awaited =
        CompletableFuture.supplyAsync(() -> notices().await(later, Duration.ofSeconds(10)));
    String id = notices().notify("example.com/later");

    assertEquals(List.of(id), awaited.join().stream().map(Notice::id).toList());
  }

  @Test
  default void refusesAKeyWithoutADomain() {
    assertEquals(
        400,
        assertThrows(PebbleApiException.class, () -> notices().notify("no-domain")).statusCode());
  }

  @Test
  default void knowsNoNoticeThatThereIsNot() {
    assertEquals(Optional.empty(), notices().find("99999"));
  }
}
