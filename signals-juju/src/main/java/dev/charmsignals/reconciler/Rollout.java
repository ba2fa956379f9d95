package dev.charmsignals.reconciler;

import dev.charmsignals.pebble.Change;
import dev.charmsignals.pebble.Container;
import dev.charmsignals.pebble.Layer;
import dev.charmsignals.pebble.PebbleChangeException;
import dev.charmsignals.pebble.ServiceInfo;
import dev.charmsignals.pebble.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/**
 * Makes a container be as it is wanted: first the files, then the layer, then what runs.
 *
 * <p>What is pushed or added takes effect at once, and the run may be cut off after it. What is
 * still to be started can therefore not be seen in the container, and is told by {@link LastStart}.
 */
final class Rollout {

  private final Container container;
  private final Layer layer;
  private final LastStart last;

  Rollout(Container container, Layer layer, LastStart last) {
    this.container = container;
    this.layer = layer;
    this.last = last;
  }

  /**
   * Does what there is to do. A service that does not start is logged, and no failure: the status
   * of the component tells of it.
   */
  void run(List<WantedFile.Content> files) {
    String filesHash = last.hashOf(files);
    boolean stale = push(files, !last.hadFiles(filesHash));
    boolean unplanned = !last.hadLayer(last.hashOf(layer, container.plan()));
    if (unplanned) {
      container.addLayer(container.name(), layer);
    }
    boolean started = true;
    if (stale) {
      Optional<PebbleChangeException> failure = restart();
      started = failure.isEmpty();
      if (started || allStopped(failure.get().change())) {
        last.keepFiles(filesHash);
      }
    }
    if (!layer.services().isEmpty() && (stale || unplanned || isLeftOut())) {
      started &= act(container::replan).isEmpty();
    }
    if (!started) {
      last.forgetLayer();
    } else if (unplanned) {
      last.keepLayer(last.hashOf(layer, container.plan()));
    }
  }

  /**
   * Writes the files that the container lacks, or all of them, as there is no seeing whether one of
   * the same text is to have other permissions now; returns whether it wrote or should write any.
   */
  private boolean push(List<WantedFile.Content> files, boolean all) {
    boolean stale = all;
    for (WantedFile.Content file : files) {
      if (all || file.isLackedBy(container.files())) {
        file.push(container.files());
        stale = true;
      }
    }
    return stale;
  }

  /**
   * Restarts what runs, with the new layer if there is one, so that a replan leaves it alone; and
   * starts what a replan would not. What else is down is left to the replan, since a service that
   * does not start may keep those after it from being started.
   */
  private Optional<PebbleChangeException> restart() {
    List<String> names = new ArrayList<>();
    for (ServiceInfo service : services()) {
      if (service.isRunning() || !service.startup().equals("enabled")) {
        names.add(service.name());
      }
    }
    return names.isEmpty()
        ? Optional.empty()
        : act(() -> container.services().restart(names.toArray(new String[0])));
  }

  private Optional<PebbleChangeException> act(Supplier<Change> deed) {
    try {
      deed.get();
      return Optional.empty();
    } catch (PebbleChangeException failure) {
      LoggerFactory.getLogger(PebbleService.class)
          .warn("A service in container {} does not start", container.name(), failure);
      return Optional.of(failure);
    }
  }

  /** Whether a restart that failed has at least left nothing running as it did before. */
  private static boolean allStopped(Change restart) {
    for (Task task : restart.tasks()) {
      if (task.kind().equals("stop") && !task.status().equals("Done")) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a service is enabled, and nobody has tried to start it since the container came up: a
   * run was cut off after it had added the layer to a container that had lost it.
   */
  private boolean isLeftOut() {
    for (ServiceInfo service : services()) {
      if (service.startup().equals("enabled") && service.since().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Asked without a name, Pebble would tell of those of other layers. */
  private List<ServiceInfo> services() {
    String[] names = layer.services().keySet().toArray(new String[0]);
    return names.length == 0 ? List.of() : container.services().list(names);
  }
}
