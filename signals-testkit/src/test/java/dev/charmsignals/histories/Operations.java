package dev.charmsignals.histories;

import dev.charmsignals.histories.Notebook.Mood;
import dev.charmsignals.testkit.SimulatedApplication;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedUnit;
import dev.charmsignals.testkit.world.RelationFacts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What each act does to a world. */
final class Operations {

  /** A bag's place. */
  private record Place(int relation, String unit) {}

  private static final int MOST_UNITS = 3;
  private static final List<String> SPECIAL =
      List.of(
          "created",
          "joined",
          "changed",
          "departed",
          "broken",
          "start",
          "stop",
          "leader-elected",
          "upgrade-charm",
          "update-status",
          "end");
  private static final List<String> COMMANDS =
      List.of("relation-get", "relation-set", "state-set", "state-get", "is-leader");

  private final Stage stage;
  private final SimulatedJuju juju;
  private final Map<Place, Map<String, String>> copies = new LinkedHashMap<>();
  private final Set<String> held = new HashSet<>();
  private int said;

  Operations(Stage stage) {
    this.stage = stage;
    this.juju = stage.juju();
  }

  /**
   * Performs a step; returns whether there was anything to do it to, and for some acts whether that
   * changed. What is to happen in the midst of a later hook is told to the stage when it happens.
   */
  boolean perform(Step step) {
    return switch (step.act()) {
      case SAY, SAY_MUCH, SAY_TO_ONE, SAY_TO_PEERS, ADD_UNIT, REFRESH, NO_LEADER ->
          toApplication(step);
      case SUSPEND, RESUME, UNRELATE -> toRelation(step);
      case REMEMBER, JUNK, NEWER -> toBag(step);
      case RESTORE -> restore(step.who() + step.what());
      case SETTLE -> {
        juju.settle();
        yield true;
      }
      case RETRY -> {
        juju.automaticallyRetryHooks(step.who() != 0);
        yield true;
      }
      case RELATE -> relate(step.who() % 3);
      case RESOLVE, SKIP -> {
        List<SimulatedUnit> failed = stage.units();
        failed.removeIf(unit -> !unit.agentStatus().status().equals("error"));
        yield !failed.isEmpty() && toUnit(failed.get(step.who() % failed.size()), step);
      }
      default -> {
        List<SimulatedUnit> units = stage.units();
        yield !units.isEmpty() && toUnit(units.get(step.who() % units.size()), step);
      }
    };
  }

  private boolean toApplication(Step step) {
    List<SimulatedApplication> all = stage.applications();
    SimulatedApplication application = all.get(step.who() % all.size());
    String name = Name.at(step.what()).wire();
    String main = application.name().equals("a") ? "talk" : "listen";
    switch (step.act()) {
      case SAY -> {
        StringBuilder say = new StringBuilder();
        for (int i = 0; i < step.how(); i++) {
          say.append(' ').append(main).append('/').append(Name.at(step.what() + i * 3).wire());
        }
        say(application, say.toString());
      }
      case SAY_MUCH -> say(application, " " + main + "/" + name + "/big");
      case SAY_TO_ONE -> say(application, " " + main + "/" + name + "/only/" + step.how());
      case SAY_TO_PEERS -> say(application, " cluster/" + name);
      case ADD_UNIT -> {
        if (application.units().size() == MOST_UNITS) {
          return false;
        }
        application.addUnit();
      }
      case REFRESH -> {
        if (step.how() % 4 == 0) {
          application.refreshByForce(stage.charm(step.what()));
        } else {
          application.refresh(stage.charm(step.what()));
        }
      }
      case NO_LEADER -> application.noLeader();
      default -> throw new IllegalArgumentException(step.toString());
    }
    return true;
  }

  private void say(SimulatedApplication application, String items) {
    said++;
    application.config("say", said + items);
  }

  private boolean relate(int which) {
    switch (which) {
      case 0 -> juju.integrate("a:talk", "b:listen");
      case 1 -> {
        if (!juju.application("c").exists()) {
          stage.deploy("c");
        }
        juju.integrate("a:talk", "c:listen");
      }
      default -> juju.integrate("b:talk", "a:listen");
    }
    return true;
  }

  private boolean toRelation(Step step) {
    List<RelationFacts> relations = new ArrayList<>(juju.relations());
    relations.removeIf(RelationFacts::peers);
    if (relations.isEmpty()) {
      return false;
    }
    int number = relations.get(step.who() % relations.size()).number();
    String before = life(number);
    switch (step.act()) {
      case SUSPEND -> juju.relation(number).suspend();
      case RESUME -> juju.relation(number).resume();
      default -> juju.relation(number).remove();
    }
    return !life(number).equals(before);
  }

  private String life(int relation) {
    return juju.relations().stream()
        .filter(each -> each.number() == relation)
        .map(RelationFacts::life)
        .findFirst()
        .orElse("gone");
  }

  private boolean toBag(Step step) {
    List<SimulatedUnit> units = stage.units();
    if (units.isEmpty()) {
      return false;
    }
    String unit = units.get(step.who() % units.size()).name();
    List<RelationFacts> relations = new ArrayList<>(juju.relations());
    relations.removeIf(relation -> !relation.scope().contains(unit));
    if (relations.isEmpty()) {
      return false;
    }
    int number = relations.get(step.what() % relations.size()).number();
    switch (step.act()) {
      case REMEMBER -> copies.put(new Place(number, unit), juju.relation(number).bag(unit));
      case JUNK -> {
        juju.relation(number).tamper(unit, Junk.of(step.how(), juju.relation(number).bag(unit)));
        stage.changedOutside(number, unit, true);
      }
      default -> {
        juju.relation(number).tamper(unit, Map.of("signals", "{\"v\":2,\"id\":7}"));
        stage.changedOutside(number, unit, true);
      }
    }
    return true;
  }

  private boolean restore(int which) {
    List<Place> places = new ArrayList<>(copies.keySet());
    places.removeIf(place -> !isThere(place));
    if (places.isEmpty()) {
      return false;
    }
    Place place = places.get(which % places.size());
    juju.relation(place.relation()).restore(place.unit(), copies.get(place));
    stage.changedOutside(place.relation(), place.unit(), false);
    return true;
  }

  private boolean isThere(Place place) {
    return juju.relations().stream()
        .anyMatch(each -> each.number() == place.relation() && each.scope().contains(place.unit()));
  }

  private boolean toUnit(SimulatedUnit unit, Step step) {
    List<SimulatedUnit> units = stage.units();
    SimulatedUnit other = units.get(step.what() % units.size());
    List<SimulatedUnit> own = juju.application(unit.facts().application()).units();
    SimulatedUnit sibling = own.isEmpty() ? unit : own.get(step.what() % own.size());
    switch (step.act()) {
      case SAY_IN ->
          stage
              .notebook()
              .order(
                  unit.name(),
                  SPECIAL.get(step.how() % SPECIAL.size()),
                  (unit.name().startsWith("a") ? "talk/" : "listen/")
                      + Name.at(step.what()).wire());
      case THROW -> mood(unit, step, step.how() == 1 ? Mood.THROWS : Mood.THROWS_ONCE);
      case DEFER -> mood(unit, step, step.how() == 1 ? Mood.DEFERS : Mood.DEFERS_ONCE);
      case CALM -> mood(unit, step, Mood.WELL);
      case RUN_ONE -> {
        return unit.runNextHook().isPresent();
      }
      case RUN_ALL -> unit.settle();
      case HOLD -> {
        unit.hold();
        return held.add(unit.name());
      }
      case RELEASE -> {
        unit.release();
        return held.remove(unit.name());
      }
      case FAIL_NEXT -> unit.failNextHook();
      case CRASH_BEFORE -> unit.crashBeforeCommit("");
      case CRASH_AFTER -> unit.crashAfterCommit("");
      case REFUSE -> unit.refuseCommit("", "told to");
      case TERMINATE -> unit.terminateNext("");
      case LOSE -> unit.loseWakeUps();
      case WAKE -> {
        for (RelationFacts relation : juju.relations()) {
          unit.wakeWithoutNews(juju.relation(relation.number()), other.name());
        }
      }
      case RESTART -> unit.restartAgent();
      case RESOLVE -> unit.resolve();
      case SKIP -> unit.resolveWithoutRetry();
      case UPDATE_STATUS -> unit.updateStatus();
      case LEAD -> {
        return lead(unit);
      }
      case REMOVE_UNIT -> unit.remove();
      default -> {
        prepare(unit, sibling, other, step);
        return false; // what it prepares is done when it happens, if it does
      }
    }
    return true;
  }

  /** Has something happen in the midst of a unit's next hook. */
  private void prepare(SimulatedUnit unit, SimulatedUnit sibling, SimulatedUnit other, Step step) {
    switch (step.act()) {
      case LEAD_IN_HOOK -> {
        String command = COMMANDS.get(step.how() % COMMANDS.size());
        unit.beforeCommand("", command, () -> happened(step, lead(sibling)));
      }
      case LEAD_AT_COMMIT -> unit.beforeCommit("", () -> happened(step, lead(sibling)));
      case REMOVE_AT_COMMIT -> unit.beforeCommit("", () -> happened(step, remove(other)));
      case REFRESH_AT_COMMIT ->
          unit.beforeCommit(
              "", () -> happened(step, refresh(unit.facts().application(), step.what())));
      default -> throw new IllegalArgumentException(step.toString());
    }
  }

  private void happened(Step step, boolean done) {
    if (done) {
      stage.did(step.act());
    }
  }

  private void mood(SimulatedUnit unit, Step step, Mood mood) {
    List<String> observers = new ArrayList<>();
    for (Name name : Name.values()) {
      observers.addAll(name.observers());
    }
    stage.notebook().mood(unit.name(), observers.get(step.what() % observers.size()), mood);
  }

  /** Returns whether it did not lead before. */
  private boolean lead(SimulatedUnit unit) {
    if (!unit.exists()) {
      return false;
    }
    boolean led = unit.leads();
    juju.application(unit.facts().application()).leader(unit.name());
    return !led;
  }

  private boolean remove(SimulatedUnit unit) {
    boolean newest =
        stage.units().stream()
            .filter(each -> each.facts().application().equals(unit.name().split("/")[0]))
            .reduce((one, next) -> next)
            .filter(last -> last.name().equals(unit.name()))
            .isPresent();
    if (newest) {
      unit.remove();
    }
    return newest;
  }

  private boolean refresh(String application, int edition) {
    boolean exists = juju.application(application).exists();
    if (exists) {
      juju.application(application).refresh(stage.charm(edition));
    }
    return exists;
  }
}
