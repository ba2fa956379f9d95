package dev.charmsignals.logging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LogSessionTest {

  private final Logger logger = LoggerFactory.getLogger("Bus");
  private final RecordedCalls sink = new RecordedCalls();

  @Test
  void joinsConsecutiveRecordsOfOneLevelIntoOneCall() {
    LogSession session = HookLog.begin("DEBUG", sink);
    logger.info("one");
    logger.info("two\nlines");
    logger.debug("three");
    logger.info("four");
    assertEquals(List.of("INFO Bus: one\nBus: two\n    lines", "DEBUG Bus: three"), sink.calls);

    session.end();
    session.end();

    assertEquals(
        List.of("INFO Bus: one\nBus: two\n    lines", "DEBUG Bus: three", "INFO Bus: four"),
        sink.calls);
  }

  @Test
  void writesAnErrorAtOnceWithAllThatCameBefore() {
    LogSession session = HookLog.begin("", sink);
    logger.info("one");
    logger.error("two");
    List<String> beforeTheEnd = List.copyOf(sink.calls);
    session.end();

    assertEquals(List.of("INFO Bus: one", "ERROR Bus: two"), beforeTheEnd);
  }

  @Test
  void writesWhatWaitsWhenFlushed() {
    LogSession session = HookLog.begin("", sink);
    logger.info("one");
    session.flush();
    List<String> beforeTheEnd = List.copyOf(sink.calls);
    session.end();

    assertEquals(List.of("INFO Bus: one"), beforeTheEnd);
  }

  @Test
  void beginsAnotherCallWhenOneIsFull() {
    String half = "\u6f22".repeat(LogSession.CALL_BYTES / 3 / 2 - 10);
    LogSession session = HookLog.begin("", sink);
    logger.info(half);
    logger.info(half);
    logger.info(half);
    session.end();

    assertEquals(List.of("INFO Bus: " + half + "\nBus: " + half, "INFO Bus: " + half), sink.calls);
  }

  @Test
  void splitsOneLongRecordIntoCallsThatOneArgumentCanHold() {
    LogSession session = HookLog.begin("", sink);
    logger.info("\u6f22".repeat(30_000));
    session.end();

    assertEquals(3, sink.calls.size());
    StringBuilder joined = new StringBuilder();
    for (String call : sink.calls) {
      String text = call.substring("INFO ".length());
      assertTrue(text.getBytes(UTF_8).length <= LogSession.CALL_BYTES);
      joined.append(joined.isEmpty() ? text : text.substring(LogText.CONTINUED.length()));
    }
    assertEquals("Bus: " + "\u6f22".repeat(30_000), joined.toString());
  }

  @Test
  void stopsAndCountsWhenTheSinkFails() {
    RuntimeException refused = new IllegalStateException("agent is gone");
    List<String> attempts = new ArrayList<>();
    LogSession session =
        HookLog.begin(
            "",
            (level, text) -> {
              attempts.add(text);
              throw refused;
            });
    logger.info("one");
    logger.info("two");
    logger.error("three");
    logger.error("four");
    session.end();

    assertEquals(List.of("Bus: one\nBus: two"), attempts);
    assertEquals(4, session.lostRecords());
    assertSame(refused, session.sinkFailure().orElseThrow());
  }

  @Test
  void dropsWhatTheSinkLogsItself() {
    LogSession session =
        HookLog.begin(
            "",
            (level, text) -> {
              logger.error("writing {}", text);
              sink.write(level, text);
            });
    logger.error("one");
    session.end();

    assertEquals(List.of("ERROR Bus: one"), sink.calls);
    assertEquals(0, session.lostRecords());
    assertEquals(Optional.empty(), session.sinkFailure());
  }

  @Test
  void keepsRecordsOfAThreadThatAHandlerStartedUntilTheHooksOwnThreadCanWrite()
      throws InterruptedException {
    List<Thread> writers = new ArrayList<>();
    LogSession session =
        HookLog.begin(
            "",
            (level, text) -> {
              writers.add(Thread.currentThread());
              sink.write(level, text);
            });
    Thread worker = new Thread(() -> logger.error("from the worker"));
    worker.start();
    worker.join();
    assertEquals(List.of(), sink.calls);
    logger.info("from the handler");
    session.end();

    assertEquals(List.of("ERROR Bus: from the worker", "INFO Bus: from the handler"), sink.calls);
    assertEquals(List.of(Thread.currentThread(), Thread.currentThread()), writers);
  }

  @Test
  void hearsAThreadThatWasThereBeforeTheHook() throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try {
      pool.submit(() -> logger.error("too early")).get();
      LogSession session = HookLog.begin("", sink);
      pool.submit(() -> logger.info("within")).get();
      session.end();
    } finally {
      pool.shutdown();
    }

    assertEquals(List.of("INFO Bus: within"), sink.calls);
  }

  @Test
  void boundsWhatOtherThreadsMayLeaveWaiting() throws InterruptedException {
    LogSession session = HookLog.begin("", sink);
    String kilobytes = "x".repeat(30 * 1024);
    Thread worker =
        new Thread(
            () -> {
              for (int i = 0; i < 40; i++) {
                logger.info(kilobytes);
              }
            });
    worker.start();
    worker.join();
    session.end();

    assertEquals(35, sink.calls.size());
    assertEquals("WARNING LogSession: 6 records of this hook were lost", sink.calls.get(34));
    assertEquals(6, session.lostRecords());
  }

  @Test
  void keepsHooksOfTwoThreadsApart() throws InterruptedException {
    RecordedCalls otherSink = new RecordedCalls();
    CountDownLatch otherBegan = new CountDownLatch(1);
    CountDownLatch thisLogged = new CountDownLatch(1);
    Thread other =
        new Thread(
            () -> {
              LogSession session = HookLog.begin("", otherSink);
              otherBegan.countDown();
              awaitQuietly(thisLogged);
              logger.info("other");
              session.end();
            });
    LogSession session = HookLog.begin("", sink);
    other.start();
    otherBegan.await();
    logger.info("this");
    thisLogged.countDown();
    other.join();
    session.end();

    assertEquals(List.of("INFO Bus: this"), sink.calls);
    assertEquals(List.of("INFO Bus: other"), otherSink.calls);
  }

  @Test
  void returnsToTheOuterHookWhenAnInnerOneEnds() {
    RecordedCalls innerSink = new RecordedCalls();
    LogSession outer = HookLog.begin("", sink);
    logger.info("before");
    LogSession inner = HookLog.begin("", innerSink);
    logger.info("inner");
    inner.end();
    logger.info("after");
    outer.end();

    assertEquals(List.of("INFO Bus: before\nBus: after"), sink.calls);
    assertEquals(List.of("INFO Bus: inner"), innerSink.calls);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
