package dev.charmsignals.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.MarkerFactory;

/** What a charm's records look like in the Juju log, through SLF4J as a charm uses it. */
class JujuLoggerTest {

  private final Logger logger = LoggerFactory.getLogger("dev.example.Bus");
  private final RecordedCalls sink = new RecordedCalls();

  @AfterEach
  void forgetTheContext() {
    MDC.clear();
  }

  private List<String> logged(String threshold, Runnable handler) {
    LogSession session = HookLog.begin(threshold, sink);
    try {
      handler.run();
    } finally {
      session.end();
    }
    return sink.calls;
  }

  @Test
  void isTheProviderThatSlf4jFinds() {
    assertInstanceOf(JujuLogger.class, logger);
  }

  @Test
  void writesEachLevelAsJujuNamesItUnderTheShortNameOfTheLogger() {
    assertEquals(
        List.of(
            "TRACE Bus: t", "DEBUG Bus: d 1", "INFO Bus: i 1 2", "WARNING Bus: w", "ERROR Bus: e"),
        logged(
            "TRACE",
            () -> {
              logger.trace("t");
              logger.debug("d {}", 1);
              logger.info("i {} {}", 1, 2);
              logger.warn("w");
              logger.error("e");
            }));
  }

  @Test
  void showsTheContextSortedAndQuotedWhereNeeded() {
    MDC.put("unit", "b/0");
    MDC.put("endpoint", "channel");
    MDC.put("note", "two \"words\"");

    assertEquals(
        List.of("INFO Bus [endpoint=channel note=\"two \\\"words\\\"\" unit=b/0]: hello"),
        logged("", () -> logger.info("hello")));
  }

  @Test
  void showsMarkersPairsAndExceptionsOfTheFluentMethods() {
    Exception thrown = new IllegalStateException("boom\nforged");
    thrown.setStackTrace(new StackTraceElement[] {new StackTraceElement("a.B", "c", "B.java", 7)});

    assertEquals(
        List.of(
            "WARNING Bus <SECURITY>: refused 2 key=signal-4 why=\"too big\"\n"
                + "    java.lang.IllegalStateException: boom\n"
                + "    forged\n"
                + "    \tat a.B.c(B.java:7)",
            "INFO Bus: alone=null"),
        logged(
            "",
            () -> {
              logger
                  .atWarn()
                  .addMarker(MarkerFactory.getMarker("SECURITY"))
                  .addKeyValue("key", "signal-4")
                  .addKeyValue("why", "too big")
                  .setCause(thrown)
                  .log("refused {}", 2);
              logger.atInfo().addKeyValue("alone", (Object) null).log();
            }));
  }

  @Test
  void showsTheMarkerAndTheExceptionOfTheClassicMethods() {
    Exception thrown = new IllegalStateException("boom");
    thrown.setStackTrace(new StackTraceElement[0]);

    assertEquals(
        List.of("ERROR Bus <M>: failed: 1\n    java.lang.IllegalStateException: boom"),
        logged("", () -> logger.error(MarkerFactory.getMarker("M"), "failed: {}", 1, thrown)));
  }

  @Test
  void neverPutsAFilteredRecordIntoWords() {
    Object mustNotBeAsked =
        new Object() {
          @Override
          public String toString() {
            throw new AssertionError("a filtered record was formatted");
          }
        };

    assertEquals(
        List.of("WARNING Bus: seen"),
        logged(
            "WARN",
            () -> {
              logger.info("hidden {}", mustNotBeAsked);
              logger.atDebug().addKeyValue("k", mustNotBeAsked).log("hidden");
              logger.warn("seen");
            }));
  }

  @Test
  void readsTheThresholdInAnyCaseAndWritesNothingWhenOff() {
    assertEquals(List.of(), logged("off", () -> logger.error("hidden")));
    assertEquals(List.of("DEBUG Bus: seen"), logged(" debug ", () -> logger.debug("seen")));
  }

  @Test
  void saysOnceThatTheThresholdIsWrongAndUsesInfo() {
    assertEquals(
        List.of(
            "WARNING HookLog: CHARM_SIGNALS_LOG is \"loud\", which is no level, so INFO is used;"
                + " write TRACE, DEBUG, INFO, WARN, ERROR or OFF",
            "INFO Bus: seen"),
        logged(
            "loud",
            () -> {
              logger.info("seen");
              logger.debug("hidden");
            }));
  }

  @Test
  void dropsRecordsWhileNoHookIsRunning() {
    assertFalse(logger.isErrorEnabled());
    logger.error("before");

    assertEquals(List.of("INFO Bus: within"), logged("", () -> logger.info("within")));

    logger.error("after");
    assertEquals(List.of("INFO Bus: within"), sink.calls);
  }

  @Test
  void neverThrowsIntoTheHandlerWhateverIsLogged() {
    Exception unprintable =
        new RuntimeException() {
          @Override
          public String getMessage() {
            throw new IllegalArgumentException("secret");
          }
        };

    List<String> calls = logged("", () -> logger.error("failed", unprintable));

    assertEquals(
        List.of(
            "ERROR Bus: (a record that could not be put into words:"
                + " java.lang.IllegalArgumentException)"),
        calls);
  }

  @Test
  void leavesNothingEnabledBehind() {
    logged("TRACE", () -> assertTrue(logger.isTraceEnabled()));

    assertFalse(logger.isErrorEnabled());
  }
}
