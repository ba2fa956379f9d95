package dev.charmsignals.layeredstatus;

import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.model.Status;
import java.util.List;

/**
 * One status of what several layers of a charm say in one hook, each without knowing of the others.
 *
 * <pre>{@code
 * LayeredStatus status = new LayeredStatus(context, List.of("basic", "tls"), "my-charm");
 * Layer tls = status.layer("tls");
 * }</pre>
 *
 * <p>Maintenance is shown at once. Anything else waits for the end of a hook that succeeds: then
 * blocked outdoes waiting, and waiting active; of equals the strongest layer has it, and of equals
 * in one layer the last. A layer that is not declared is weaker than all others. What is set
 * directly, as by {@code unit().setStatus}, is taken for the charm's own.
 *
 * <p>Nothing is kept: a layer that says nothing in a hook has no voice in it, so whoever is blocked
 * says so in every hook. Made in the charm's constructor and used in handlers, by the hook's only
 * thread.
 */
public final class LayeredStatus {

  private final Queue queue;

  /**
   * Creates the layered status of the unit.
   *
   * @param layers the names of the layers, the weakest first
   * @param charm the name of the charm, which is stronger than all of them
   * @throws LayeredStatusException when two have one name, or the unit has a layered status already
   */
  public LayeredStatus(CharmContext context, List<String> layers, String charm) {
    this(context, LayerOrder.of(layers, charm), false);
  }

  /**
   * Creates the layered status of the application, which has a queue of its own; to say something
   * there throws a {@link dev.charmsignals.model.NotLeaderException} in units that do not lead.
   */
  public static LayeredStatus ofApplication(
      CharmContext context, List<String> layers, String charm) {
    return new LayeredStatus(context, LayerOrder.of(layers, charm), true);
  }

  private LayeredStatus(CharmContext context, LayerOrder order, boolean application) {
    String whose = application ? "application" : "unit";
    if (!context.claim("layered status of the ".concat(whose))) {
      throw LayeredStatusException.second(whose);
    }
    queue = new Queue(context.session(), order, application);
  }

  /**
   * Lets what is set directly pass by, as if there were no layers. What these have asked for is
   * still what is shown at the end. Called in the charm's constructor.
   */
  public LayeredStatus leaveDirectStatuses() {
    queue.leaveDirect();
    return this;
  }

  /**
   * Returns a layer by name, for those who say who they are. Dashes, underlines and case make no
   * difference, nor do {@code layer:} and {@code interface:} before the name.
   */
  public Layer layer(String name) {
    return new Layer(queue, LayerOrder.plain(name));
  }

  // By whoever calls: the layer is told from the package of the caller.

  /** Shows at once what is being done. */
  public void maintenance(String message) {
    set(Status.maintenance(message));
  }

  /** Asks for blocked in the name of the calling layer, as {@link #set(Status)}. */
  public void blocked(String message) {
    set(Status.blocked(message));
  }

  /** Asks for waiting in the name of the calling layer, as {@link #set(Status)}. */
  public void waiting(String message) {
    set(Status.waiting(message));
  }

  /** Asks for active in the name of the calling layer, as {@link #set(Status)}. */
  public void active(String message) {
    set(Status.active(message));
  }

  /**
   * Shows maintenance at once, or asks for any other status in the name of the calling layer.
   *
   * <p>That is the layer after which a part of the caller's package is named, the innermost one: a
   * class of {@code com.acme.tls.certificates} is of the layer {@code tls}. If the caller is of no
   * declared layer, its caller counts, and so on; if none is, it is like a layer that is not
   * declared. The stack is looked at only here; {@link #layer} is quicker and says it aloud.
   */
  public void set(Status status) {
    boolean matters = !(status instanceof Status.Maintenance);
    queue.say(matters ? CallingLayer.find(queue.order()) : "", status);
  }

  /**
   * The same with Juju's word for a status, such as {@code waiting}.
   *
   * @throws LayeredStatusException when no charm can set that
   */
  public void set(String word, String message) {
    set(Status.of(word, message).orElseThrow(() -> LayeredStatusException.unknownWord(word)));
  }
}
