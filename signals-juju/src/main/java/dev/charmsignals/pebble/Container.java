package dev.charmsignals.pebble;

import java.nio.file.Path;

/**
 * A workload container of this unit, as its Pebble shows it.
 *
 * <p>A charm gets it by name, in any hook; nothing is asked before one of its methods is called.
 * While the container is not up everything but {@link #canConnect} throws a {@link
 * PebbleConnectionException}, which is normal before its first pebble-ready, and can happen in any
 * hook when Kubernetes restarts the container.
 */
public final class Container {

  private static final Path CONTAINERS = Path.of("/charm/containers");

  private final String name;
  private final Pebble pebble;

  private Container(String name, Pebble pebble) {
    this.name = name;
    this.pebble = pebble;
  }

  /**
   * Returns a container by its name in the metadata.
   *
   * @param containers the directory with a directory for each container; Juju's if it is empty
   */
  public static Container of(String name, String containers) {
    Path directory = containers.isEmpty() ? CONTAINERS : Path.of(containers);
    return new Container(name, Pebble.at(directory.resolve(name).resolve("pebble.socket")));
  }

  /** Returns its name in the metadata. */
  public String name() {
    return name;
  }

  /** Returns whether its Pebble answers now; it may be gone a moment later. */
  public boolean canConnect() {
    return pebble.canConnect();
  }

  /** Returns the client of its Pebble. */
  public Pebble pebble() {
    return pebble;
  }

  /** Adds a layer, or merges it into the one of that label; see {@link Layers#combine}. */
  public Container addLayer(String label, Layer layer) {
    pebble.layers().combine(label, layer);
    return this;
  }

  /** Starts what is enabled and restarts what has changed; see {@link Services#replan}. */
  public Change replan() {
    return pebble.services().replan();
  }

  /** Returns what all layers make together. */
  public Plan plan() {
    return pebble.layers().plan();
  }

  /** Returns what runs. */
  public Services services() {
    return pebble.services();
  }

  /** Returns its files. */
  public ContainerFiles files() {
    return pebble.files();
  }

  /** Returns its health checks. */
  public Checks checks() {
    return pebble.checks();
  }

  /** Returns its notices. */
  public Notices notices() {
    return pebble.notices();
  }

  /** Starts a command in it; close it, or wait for its end. */
  public ExecProcess exec(ExecCommand command) {
    return pebble.exec(command);
  }

  /**
   * Runs a command in it and returns what it wrote.
   *
   * @throws PebbleExecException when it ends with another exit code than 0
   */
  public ExecResult run(String program, String... arguments) {
    return run(ExecCommand.of(program, arguments));
  }

  /** Runs a command in it and returns what it wrote. */
  public ExecResult run(ExecCommand command) {
    try (ExecProcess process = exec(command)) {
      return process.output();
    }
  }

  @Override
  public String toString() {
    return "Container[" + name + "]";
  }
}
