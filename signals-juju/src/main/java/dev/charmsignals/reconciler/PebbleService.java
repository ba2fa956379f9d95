package dev.charmsignals.reconciler;

import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.ContainerEvents;
import dev.charmsignals.event.EventSource;
import dev.charmsignals.event.HookEvent;
import dev.charmsignals.model.Status;
import dev.charmsignals.pebble.Container;
import dev.charmsignals.pebble.FileOptions;
import dev.charmsignals.pebble.Layer;
import dev.charmsignals.pebble.PebbleConnectionException;
import dev.charmsignals.pebble.ServiceInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/**
 * Keeps the services of a layer running in a workload container, with the files that they need.
 *
 * <p>Every run writes the files that the container lacks or that are to be different now, and
 * restarts the services if there was one; it adds the layer and replans if that is to be different
 * now, or the plan has lost something of it. Services of other layers are left alone.
 *
 * <p>What the services were started with last is kept in charm state, under this component's name:
 * hashes of the files, with their owners and permissions, and of the layer, with its checks and log
 * targets. While these are others than what is wanted, each run tries again. So a run that is cut
 * off leaves no service running with an old file; a hook that fails after it has done all has the
 * next one restart once too often. Where nothing is kept, as in the first run or after an upgrade
 * from a version that kept nothing, what runs is restarted once, for nobody knows with what it was
 * started; in the new pod that an upgrade brings, nothing runs. A container that was restarted gets
 * its files and the layer again, and each service is started once.
 *
 * <p>A service that did not start is tried again in every run; one that somebody stopped is left
 * alone until something is to be different.
 */
public final class PebbleService implements Component {

  private final String name;
  private final Container container;
  private final ContainerEvents on;
  private final Supplier<Layer> layer;
  private final LastStart last;
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
    this.last = new LastStart(context.session(), name);
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

  /**
   * Makes it so in the container, unless that cannot be reached. When what the layer or a file is
   * made from fails, nothing is done in the container.
   *
   * @throws dev.charmsignals.pebble.PebbleException when Pebble refuses a file or the layer, or
   *     does not answer; a service that does not start is logged, and told by the status
   */
  @Override
  public void configureUnit() {
    if (!container.canConnect()) {
      LoggerFactory.getLogger(PebbleService.class)
          .info("Container {} not ready - cannot configure unit.", container.name());
      return;
    }
    // All that the charm has to say is asked for first: if it fails, nothing is half done.
    List<WantedFile.Content> wanted = new ArrayList<>();
    for (WantedFile file : files) {
      wanted.add(file.ask());
    }
    new Rollout(container, layer.get(), last).run(wanted);
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
