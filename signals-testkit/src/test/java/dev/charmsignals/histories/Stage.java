package dev.charmsignals.histories;

import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedApplication;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedUnit;
import dev.charmsignals.testkit.world.HookRecord;
import dev.charmsignals.testkit.world.ImpossibleWorldException;
import dev.charmsignals.testkit.world.NeverSettlesException;
import dev.charmsignals.testkit.world.RelationFacts;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** Runs a history in a simulated Juju. */
final class Stage implements AutoCloseable {

  private static final Path CHARM = charmDirectory();
  private static final List<String> APPLICATIONS = List.of("a", "b", "c");

  /**
   * In how many looks more a relation gets what it is owed, where it has no room for it at once.
   */
  private static final int PARTS = 6;

  /** The notebook of the history that a thread runs; so the charms need to be read only once. */
  private static final ThreadLocal<Notebook> OPEN = new ThreadLocal<>();

  private static final List<CharmUnderTest> EDITIONS =
      IntStream.range(0, Name.EDITIONS).mapToObj(Stage::edition).toList();

  private final Setting setting;
  private final SimulatedJuju juju;
  private final Notebook notebook;
  private final List<Outside> outside = new ArrayList<>();
  private final Map<Act, Integer> done = new EnumMap<>(Act.class);
  private final Operations operations;
  private int settledAt;
  private int quietFrom;
  private int quietTo;
  private Optional<NeverSettlesException> unrest = Optional.empty();

  private Stage(History history) {
    setting = history.setting();
    juju = SimulatedJuju.seeded(setting.flavour(), history.seed());
    notebook = new Notebook(setting);
    OPEN.set(notebook);
    operations = new Operations(this);
  }

  /**
   * Runs a history to its end and beyond, until nothing more can happen, or until it is clear that
   * this never comes.
   */
  static Stage run(History history) {
    Stage stage = new Stage(history);
    try {
      stage.build();
      for (Step step : history.steps()) {
        stage.take(step);
      }
      stage.end();
    } catch (NeverSettlesException e) {
      stage.unrest = Optional.of(e);
    } catch (RuntimeException | Error e) {
      stage.close();
      throw e;
    }
    return stage;
  }

  private void build() {
    for (String name : List.of("a", "b")) {
      deploy(name);
      for (int i = 1; i < (name.equals("a") ? setting.talkers() : setting.listeners()); i++) {
        juju.application(name).addUnit();
      }
    }
    if (setting.crossModel() == 1) {
      juju.integrateAcrossModels("a:talk", "b:listen");
    } else {
      juju.integrate("a:talk", "b:listen");
    }
    juju.settle();
  }

  private void take(Step step) {
    try {
      if (operations.perform(step)) {
        did(step.act());
      }
    } catch (ImpossibleWorldException e) {
      return; // Juju would refuse it, so nothing happens
    }
  }

  /** Counts an act that did something. */
  void did(Act act) {
    done.merge(act, 1, Integer::sum);
  }

  /** Ends every fault and lets everything happen that still can. */
  private void end() {
    notebook.calm();
    juju.automaticallyRetryHooks(true);
    for (SimulatedUnit unit : units()) {
      unit.callOffFaults().release();
    }
    for (RelationFacts relation : juju.relations()) {
      if (relation.life().equals("suspended")) {
        juju.relation(relation.number()).resume();
      }
    }
    for (SimulatedApplication application : applications()) {
      if (application.leader().isEmpty() && !application.units().isEmpty()) {
        application.leader(application.units().get(0).name());
      }
    }
    juju.settle();
    settledAt = juju.hooks().size();
    scan();
    for (int i = 0; i < PARTS && isOwed(); i++) {
      scan();
    }
    quietFrom = juju.hooks().size();
    scan();
    quietTo = juju.hooks().size();
    if (setting.reject() == 1) { // now everybody has read everything, so there must be room
      for (SimulatedApplication application : applications()) {
        application.config("say", "end talk/shout/big listen/shout/big cluster/shout/big");
        juju.settle();
      }
    }
  }

  /** Whether a relation is to get more of what was retained while it was not listed. */
  private boolean isOwed() {
    for (SimulatedUnit unit : units()) {
      for (Map.Entry<String, String> value : unit.state().entrySet()) {
        if (value.getKey().startsWith("charm-signals/")
            && value.getValue().contains("\"absent\":")) {
          return true;
        }
      }
    }
    return false;
  }

  /** Every unit looks at everything; one after the other, so that no hook absorbs another's. */
  private void scan() {
    for (SimulatedUnit unit : units()) {
      if (unit.exists()) {
        unit.restartAgent().updateStatus();
        juju.settle();
      }
    }
  }

  void deploy(String name) {
    CharmUnderTest charm = charm(setting.edition());
    if (setting.kubernetes() == 1) {
      juju.deployOnKubernetes(name, charm);
    } else {
      juju.deploy(name, charm);
    }
  }

  CharmUnderTest charm(int edition) {
    return EDITIONS.get(edition % Name.EDITIONS);
  }

  private static CharmUnderTest edition(int edition) {
    return CharmUnderTest.inProcess(context -> new Chatter(context, OPEN.get(), edition), CHARM);
  }

  SimulatedJuju juju() {
    return juju;
  }

  Notebook notebook() {
    return notebook;
  }

  Setting setting() {
    return setting;
  }

  List<Outside> outside() {
    return outside;
  }

  /** Notes that a bag was changed behind its owner's back. */
  void changedOutside(int relation, String owner, boolean junk) {
    Map<String, String> content = juju.relation(relation).bag(owner);
    outside.add(new Outside(juju.hooks().size(), relation, owner, content, junk));
  }

  /** Returns the hooks that were run. */
  List<HookRecord> hooks() {
    return juju.hooks();
  }

  /** Returns how many hooks had run when none was due, and nobody had yet looked around. */
  int settledAt() {
    return settledAt;
  }

  /** Returns how many hooks had run when nothing was left to do. */
  int quietFrom() {
    return quietFrom;
  }

  /** Returns how many hooks had run when that had been tried. */
  int quietTo() {
    return quietTo;
  }

  /** Why the history was broken off, if there was no end to its hooks. */
  Optional<NeverSettlesException> unrest() {
    return unrest;
  }

  /** Returns how often each act did something. */
  Map<Act, Integer> done() {
    return done;
  }

  /** Returns the applications there are. */
  List<SimulatedApplication> applications() {
    List<SimulatedApplication> there = new ArrayList<>();
    for (String name : APPLICATIONS) {
      if (juju.application(name).exists()) {
        there.add(juju.application(name));
      }
    }
    return there;
  }

  /** Returns the units there are. */
  List<SimulatedUnit> units() {
    List<SimulatedUnit> units = new ArrayList<>();
    for (SimulatedApplication application : applications()) {
      units.addAll(application.units());
    }
    return units;
  }

  @Override
  public void close() {
    juju.close();
  }

  private static Path charmDirectory() {
    URL file = Objects.requireNonNull(Stage.class.getResource("chatter/metadata.yaml"));
    try {
      return Objects.requireNonNull(Path.of(file.toURI()).getParent());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The charm of the histories is not in a directory", e);
    }
  }
}
