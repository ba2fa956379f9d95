package dev.charmsignals.reconciler;

import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.ContainerEvents;
import dev.charmsignals.event.EventSource;
import dev.charmsignals.event.HookEvent;
import dev.charmsignals.model.Status;
import dev.charmsignals.pebble.Container;
import dev.charmsignals.pebble.FileOptions;
import dev.charmsignals.pebble.Layer;
import dev.charmsignals.pebble.PebbleChangeException;
import dev.charmsignals.pebble.PebbleConnectionException;
import dev.charmsignals.pebble.Service;
import dev.charmsignals.pebble.ServiceInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/**
 * Keeps the services of a layer running in a workload container, with the files that they need.
 *
 * <p>Every run writes the files that differ, adds the layer if the plan differs from it, and
 * replans; services whose files have changed are restarted. Services of other layers are left
 * alone.
 */
public final class PebbleService implements Component {

  private final String name;
  private final Container container;
  private final ContainerEvents on;
  private final Supplier<Layer> layer;
  private final List<WantedFile> files = new ArrayList<>();

  /**
   * Creates it, for {@link Reconciler#add}.
   *
   * @param container the container's name in the metadata
   * @param layer what is to run; asked in every run, several times, and never in the constructor
   * @throws dev.charmsignals.name.UndeclaredNameException when the charm declares no such container
   */
  public PebbleService(String name, CharmContext context, String container, Supplier<Layer> layer) {
    this.name = name;
    this.container = context.session().container(container);
    this.on = context.events().container(container);
    this.layer = layer;
  }

  /** Adds a file that the services need; as the other method, with what is usual for files. */
  public PebbleService file(String path, Supplier<String> text) {
    return file(path, text, FileOptions.usual());
  }

  /**
   * Adds a file that the services need. Directories above it are made.
   *
   * @param path where in the container
   * @param text what it holds; asked in every run
   * @param options its owner and permissions
   */
  public PebbleService file(String path, Supplier<String> text, FileOptions options) {
    files.add(new WantedFile(path, text, options.withParents()));
    return this;
  }

  @Override
  public String name() {
    return name;
  }

  /** Returns what tells that the container has come up, or that its health has changed. */
  @Override
  public List<EventSource<? extends HookEvent>> events() {
    return PebbleGate.events(on);
  }

  /** Makes it so in the container, unless that cannot be reached. */
  @Override
  public void configureUnit() {
    if (!container.canConnect()) {
      LoggerFactory.getLogger(PebbleService.class)
          .info("Container {} not ready - cannot configure unit.", container.name());
      return;
    }
    boolean changed = false;
    for (WantedFile file : files) {
      changed |= file.push(container.files());
    }
    Layer wanted = layer.get();
    try {
      if (differs(wanted)) {
        container.addLayer(container.name(), wanted);
        container.replan();
      }
      if (changed) {
        restart(wanted);
      }
    } catch (PebbleChangeException failure) {
      // Not a failure of the component: its status says which service does not run.
      LoggerFactory.getLogger(PebbleService.class)
          .warn("A service in container {} does not start", container.name(), failure);
    }
  }

  /** Returns waiting while the container cannot be reached or a service of the layer is not up. */
  @Override
  public Status status() {
    try {
      Status reachable = PebbleGate.status(container);
      if (!(reachable instanceof Status.Active)) {
        return reachable;
      }
      List<String> down = down(layer.get());
      return down.isEmpty()
          ? reachable
          : Status.waiting(
              "Waiting for Pebble services ("
                  + String.join(", ", down)
                  + ").  If this persists, it could be a blocking configuration error.");
    } catch (PebbleConnectionException gone) {
      return Status.waiting("Waiting for Pebble to be ready.");
    }
  }

  private boolean differs(Layer wanted) {
    Map<String, Service> planned = container.plan().services();
    for (Map.Entry<String, Service> service : wanted.services().entrySet()) {
      if (!service.getValue().equals(planned.get(service.getKey()))) {
        return true;
      }
    }
    return false;
  }

  private void restart(Layer wanted) {
    if (!wanted.services().isEmpty()) {
      container.services().restart(wanted.services().keySet().toArray(new String[0]));
    }
  }

  private List<String> down(Layer wanted) {
    List<String> down = new ArrayList<>(wanted.services().keySet());
    if (!down.isEmpty()) {
      for (ServiceInfo service : container.services().list(down.toArray(new String[0]))) {
        if (service.isRunning()) {
          down.remove(service.name());
        }
      }
    }
    return down;
  }
}
