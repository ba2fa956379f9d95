package dev.charmsignals.layeredstatus;

import dev.charmsignals.model.Status;

/**
 * One layer of a charm, as the one who says a status. Obtained from {@link LayeredStatus#layer}, in
 * the charm's constructor or a handler, and used in handlers by the hook's only thread.
 */
public final class Layer {

  private final Queue queue;
  private final String name;

  Layer(Queue queue, String name) {
    this.queue = queue;
    this.name = name;
  }

  /** Returns its name, as it is compared: in lower case, without dashes and underlines. */
  public String name() {
    return name;
  }

  /** Shows at once what is being done. */
  public void maintenance(String message) {
    set(Status.maintenance(message));
  }

  /** Asks for it to be shown at the end of the hook that a person has to do something. */
  public void blocked(String message) {
    set(Status.blocked(message));
  }

  /** Asks for it to be shown at the end of the hook that something has to happen first. */
  public void waiting(String message) {
    set(Status.waiting(message));
  }

  /** Asks for it to be shown at the end of the hook that all is well. */
  public void active(String message) {
    set(Status.active(message));
  }

  /** Shows maintenance at once, or asks for any other status to be shown at the end of the hook. */
  public void set(Status status) {
    queue.say(name, status);
  }

  /** Takes back all that it has asked for in this hook; what it showed at once stays shown. */
  public void clear() {
    queue.clear(name);
  }
}
