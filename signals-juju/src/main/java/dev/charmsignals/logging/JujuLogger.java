package dev.charmsignals.logging;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;
import org.slf4j.event.LoggingEvent;
import org.slf4j.helpers.FormattingTuple;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.spi.LoggingEventAware;
import org.slf4j.spi.MDCAdapter;

/** A logger whose records become text in the session of the hook that is running. */
final class JujuLogger extends LegacyAbstractLogger implements LoggingEventAware {

  /** At SLF4J's number of the level, a tenth of it: TRACE is 0 and ERROR is 40. */
  private static final LogLevel[] LEVELS = LogLevel.values();

  private final transient MDCAdapter mdc;

  JujuLogger(String name, MDCAdapter mdc) {
    this.name = name;
    this.mdc = mdc;
  }

  @Override
  public boolean isTraceEnabled() {
    return isEnabled(LogLevel.TRACE);
  }

  @Override
  public boolean isDebugEnabled() {
    return isEnabled(LogLevel.DEBUG);
  }

  @Override
  public boolean isInfoEnabled() {
    return isEnabled(LogLevel.INFO);
  }

  @Override
  public boolean isWarnEnabled() {
    return isEnabled(LogLevel.WARNING);
  }

  @Override
  public boolean isErrorEnabled() {
    return isEnabled(LogLevel.ERROR);
  }

  private static boolean isEnabled(LogLevel level) {
    LogSession session = HookLog.current();
    return session != null && session.isEnabled(level);
  }

  @Override
  protected @Nullable String getFullyQualifiedCallerName() {
    return null; // the caller's line is not part of the text
  }

  /** SLF4J's classic methods; called only for an enabled level. */
  @Override
  protected void handleNormalizedLoggingCall(
      Level level,
      @Nullable Marker marker,
      @Nullable String pattern,
      @Nullable Object @Nullable [] arguments,
      @Nullable Throwable thrown) {
    LogSession session = HookLog.current();
    if (session == null || !session.admits()) {
      return;
    }
    CharSequence text;
    try {
      RecordText record = new RecordText(name, mdc.getCopyOfContextMap());
      if (marker != null) {
        record.marker(marker.toString());
      }
      record.message(
          arguments == null ? pattern : MessageFormatter.basicArrayFormat(pattern, arguments));
      text = record.thrown(thrown);
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      text = RecordText.unformattable(name, e);
    }
    session.append(levelOf(level), text);
  }

  /** SLF4J's fluent methods; called only for an enabled level. */
  @Override
  public void log(LoggingEvent event) {
    LogSession session = HookLog.current();
    if (session == null || !session.admits()) {
      return;
    }
    CharSequence text;
    try {
      text = format(event);
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      text = RecordText.unformattable(name, e);
    }
    session.append(levelOf(event.getLevel()), text);
  }

  private CharSequence format(LoggingEvent event) {
    RecordText record = new RecordText(name, mdc.getCopyOfContextMap());
    List<Marker> markers = event.getMarkers();
    if (markers != null) {
      for (Marker marker : markers) {
        record.marker(marker.toString());
      }
    }
    FormattingTuple formatted =
        MessageFormatter.arrayFormat(
            event.getMessage(), event.getArgumentArray(), event.getThrowable());
    if (formatted.getMessage() != null) {
      record.message(formatted.getMessage());
    }
    List<KeyValuePair> pairs = event.getKeyValuePairs();
    if (pairs != null) {
      for (KeyValuePair pair : pairs) {
        record.pair(pair.key, pair.value);
      }
    }
    return record.thrown(formatted.getThrowable());
  }

  private static LogLevel levelOf(Level level) {
    return LEVELS[level.toInt() / 10]; // a switch would be one more class to load
  }
}
