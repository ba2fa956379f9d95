package dev.charmsignals.logging;

import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.helpers.BasicMDCAdapter;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * The SLF4J provider that writes to the Juju log of the hook that is running.
 *
 * <p>Public only because SLF4J's service loader creates it; a charm logs through SLF4J alone. To
 * save the loader's search at start-up run Java with {@code
 * -Dslf4j.provider=dev.charmsignals.logging.JujuLogProvider}. It is its own logger factory: every
 * class counts on the path of a hook.
 */
public final class JujuLogProvider implements SLF4JServiceProvider, ILoggerFactory {

  /** The version of SLF4J this was compiled against; SLF4J compares the first two numbers. */
  private static final String SLF4J_VERSION = "2.0.99";

  private final ConcurrentHashMap<String, Logger> loggers = new ConcurrentHashMap<>();
  private final IMarkerFactory markers = new BasicMarkerFactory();
  private final MDCAdapter mdc = new BasicMDCAdapter();

  /** Called by SLF4J. */
  public JujuLogProvider() {}

  @Override
  public void initialize() {}

  @Override
  public ILoggerFactory getLoggerFactory() {
    return this;
  }

  @Override
  public Logger getLogger(String name) {
    Logger known = loggers.get(name);
    if (known != null) {
      return known;
    }
    Logger created = new JujuLogger(name, mdc);
    Logger first = loggers.putIfAbsent(name, created);
    return first == null ? created : first;
  }

  @Override
  public IMarkerFactory getMarkerFactory() {
    return markers;
  }

  @Override
  public MDCAdapter getMDCAdapter() {
    return mdc;
  }

  @Override
  public String getRequestedApiVersion() {
    return SLF4J_VERSION;
  }
}
