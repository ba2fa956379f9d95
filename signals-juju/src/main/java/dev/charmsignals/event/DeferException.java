package dev.charmsignals.event;

import dev.charmsignals.CharmSignalsException;

/** An event cannot be put off in this way. */
public final class DeferException extends CharmSignalsException {

  private final String event;
  private final String observer;

  private DeferException(String event, String observer, String message) {
    super(message);
    this.event = event;
    this.observer = observer;
  }

  static DeferException unnamed(String event) {
    return new DeferException(
        event,
        "",
        ("An observer of %s that defers needs a name, by which a later version of the charm finds"
                + " it again; register it as in observe(source, \"configure\", this::configure)")
            .formatted(event));
  }

  /** An event was put off when its handler had returned, and nothing could come of it any more. */
  public static DeferException late(String event, String observer) {
    return new DeferException(
        event,
        observer,
        "%s was deferred after its handler had returned; call defer() in the handler"
            .formatted(event));
  }

  /** Returns the name of the event. */
  public String event() {
    return event;
  }

  /** Returns the name of the observer; empty when that is what is missing. */
  public String observer() {
    return observer;
  }
}
