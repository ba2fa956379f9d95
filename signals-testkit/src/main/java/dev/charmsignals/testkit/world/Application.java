package dev.charmsignals.testkit.world;

import dev.charmsignals.testkit.command.WorkloadStatus;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One application as the controller holds it. */
final class Application {

  private static final List<String> SEVERITY =
      List.of("unknown", "terminated", "active", "waiting", "maintenance", "blocked", "error");

  private final String name;
  private final boolean kubernetes;
  private final SortedMap<Integer, Unit> units = new TreeMap<>();
  private final SortedMap<String, Object> settings = new TreeMap<>();
  private final SortedMap<String, Path> resources = new TreeMap<>();
  private RunnableCharm charm;
  private int revision;
  private boolean forced;
  private int nextUnit;
  private Life life = Life.ALIVE;
  private @Nullable String leader;
  private boolean electing = true;
  private boolean trusted;
  private WorkloadStatus status = new WorkloadStatus("", "");
  private String version = "";

  Application(String name, RunnableCharm charm, boolean kubernetes) {
    this.name = name;
    this.charm = charm;
    this.kubernetes = kubernetes;
  }

  String name() {
    return name;
  }

  boolean kubernetes() {
    return kubernetes;
  }

  RunnableCharm charm() {
    return charm;
  }

  CharmMetadata metadata() {
    return charm.metadata();
  }

  int revision() {
    return revision;
  }

  /**
   * It gets another charm.
   *
   * @param force whether units in error get it, too
   */
  void refresh(RunnableCharm next, boolean force) {
    charm = next;
    forced = force;
    revision++;
  }

  /** Returns whether units in error get the charm, too. */
  boolean forced() {
    return forced;
  }

  Life life() {
    return life;
  }

  void die() {
    life = Life.DYING;
  }

  Collection<Unit> units() {
    return units.values();
  }

  Optional<Unit> unit(int number) {
    return Optional.ofNullable(units.get(number));
  }

  /** Takes the next unit number: never used before, or on Kubernetes the lowest free one. */
  int takeNumber() {
    if (kubernetes) {
      int free = 0;
      while (units.containsKey(free)) {
        free++;
      }
      return free;
    }
    return nextUnit++;
  }

  void add(Unit unit) {
    units.put(unit.number(), unit);
  }

  void remove(Unit unit) {
    units.remove(unit.number());
  }

  Optional<String> leader() {
    return Optional.ofNullable(leader);
  }

  /** A unit takes the lease. */
  void lead(String unit) {
    leader = unit;
    electing = true;
  }

  /**
   * The lease ends.
   *
   * @param electing whether any unit may take it next, without being told to
   */
  void leaderless(boolean electing) {
    leader = null;
    this.electing = electing;
  }

  boolean electing() {
    return electing;
  }

  void set(String option, Object value) {
    settings.put(option, value);
  }

  void reset(String option) {
    settings.remove(option);
  }

  /** Returns every option that has a value or a default. */
  SortedMap<String, Object> config() {
    SortedMap<String, Object> config = new TreeMap<>();
    for (ConfigOption option : metadata().options().values()) {
      option.byDefault().ifPresent(value -> config.put(option.name(), value));
      Object set = settings.get(option.name());
      if (set != null) {
        config.put(option.name(), set);
      }
    }
    return config;
  }

  /** Returns every option that has neither. */
  SortedSet<String> unsetConfig() {
    SortedSet<String> unset = new TreeSet<>(metadata().options().keySet());
    unset.removeAll(config().keySet());
    return unset;
  }

  boolean trusted() {
    return trusted;
  }

  void trust(boolean now) {
    trusted = now;
  }

  /** Returns what a change of makes config-changed due: the config, and whether it is trusted. */
  SortedMap<String, Object> watched() {
    SortedMap<String, Object> watched = config();
    if (trusted) {
      watched.put("trust in " + name, true);
    }
    return watched;
  }

  /** The files that an operator has attached, by resource. */
  SortedMap<String, Path> resources() {
    return resources;
  }

  WorkloadStatus status() {
    return status;
  }

  /** What Juju answers until a leader has set a status (contract section 2.9). */
  WorkloadStatus statusOrWorstOfUnits() {
    if (!status.status().isEmpty()) {
      return status;
    }
    WorkloadStatus worst = new WorkloadStatus("unknown", "");
    for (Unit unit : units()) {
      if (SEVERITY.indexOf(unit.status().status()) > SEVERITY.indexOf(worst.status())) {
        worst = unit.status();
      }
    }
    return worst;
  }

  void status(WorkloadStatus next) {
    status = next;
  }

  String version() {
    return version;
  }

  void version(String next) {
    version = next;
  }
}
