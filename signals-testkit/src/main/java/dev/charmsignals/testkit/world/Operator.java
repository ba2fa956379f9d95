package dev.charmsignals.testkit.world;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What an operator does to the model with {@code juju}, and what Juju refuses of it. */
final class Operator {

  private static final Pattern APPLICATION =
      Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]*[a-z][a-z0-9]*)*");

  private final Model model;

  Operator(Model model) {
    this.model = model;
  }

  void deploy(String name, RunnableCharm charm, boolean kubernetes) {
    List<String> complaints = new ArrayList<>();
    if (!APPLICATION.matcher(name).matches()) {
      complaints.add(
          "\"%s\" is no name for an application; one is lower-case words, such as \"my-app\""
              .formatted(name));
    }
    if (model.application(name).isPresent()) {
      complaints.add(
          "There is an application \"%s\" already; deploy it under another name".formatted(name));
    }
    if (charm.metadata().subordinate()) {
      complaints.add(
          "\"%s\" is subordinate, and the simulated Juju has no subordinate units; try a Transition"
              .formatted(name));
    }
    ImpossibleWorldException.throwUnlessEmpty(complaints);
    Application application = new Application(name, charm, kubernetes);
    model.add(application);
    relatePeers(application);
    addUnit(application);
  }

  private void relatePeers(Application application) {
    List<Relation> there = model.relationsOf(application.name());
    for (Endpoint endpoint : application.metadata().endpoints().values()) {
      Relation.Side side = new Relation.Side(application.name(), endpoint);
      boolean related =
          there.stream().anyMatch(each -> each.left().toString().equals(side.toString()));
      if (endpoint.role() == EndpointRole.PEERS && !related) {
        model.add(new Relation(model.takeRelationNumber(), side, side, "", ""));
      }
    }
  }

  void refresh(Application application, RunnableCharm charm, boolean force) {
    List<String> complaints = new ArrayList<>();
    for (Relation relation : model.relationsOf(application.name())) {
      Endpoint before = relation.sideOf(application.name()).endpoint();
      boolean kept =
          charm
              .metadata()
              .endpoint(before.name())
              .filter(now -> now.role() == before.role())
              .filter(now -> now.interfaceName().equals(before.interfaceName()))
              .isPresent();
      if (!kept) {
        complaints.add(
            "cannot upgrade application \"%s\": would break relation \"%s\"; remove it first"
                .formatted(application.name(), relation));
      }
    }
    ImpossibleWorldException.throwUnlessEmpty(complaints);
    application.refresh(charm, force);
    relatePeers(application);
  }

  Unit addUnit(Application application) {
    if (application.life() != Life.ALIVE) {
      throw new ImpossibleWorldException(
          "Application \"%s\" is being removed; it takes no more units"
              .formatted(application.name()));
    }
    int number = application.takeNumber();
    String name = application.name() + "/" + number;
    HookProgram program = Unpacking.first(application, name);
    Unit unit = new Unit(application, number, model.takeMachine(), program, model.now());
    application.add(unit);
    model.storage().deploy(unit);
    Elections.elect(model, application);
    return unit;
  }

  void removeUnit(Unit unit) {
    boolean newest =
        unit.application().units().stream().noneMatch(each -> each.number() > unit.number());
    if (unit.application().kubernetes() && !newest) {
      throw new ImpossibleWorldException(
          "Kubernetes scales down from the highest number, so \"%s\" cannot go first"
              .formatted(unit.name()));
    }
    kill(unit);
    model.sweep();
  }

  private void kill(Unit unit) {
    if (unit.life() == Life.ALIVE) {
      unit.life(Life.DYING);
      model.storage().release(unit);
      if (!unit.agent().touched()) {
        UnitProgress.bury(model, unit);
      }
    }
  }

  void removeApplication(Application application) {
    application.die();
    model.relationsOf(application.name()).stream()
        .filter(relation -> !relation.peers())
        .forEach(Relation::die);
    List.copyOf(application.units()).forEach(this::kill);
    model.sweep();
  }

  Relation integrate(String left, String right, boolean acrossModels) {
    Pairing pairing = Pairing.of(model, left, right);
    String alias = acrossModels ? "remote-" + model.hex(2) : "";
    Relation relation =
        new Relation(
            model.takeRelationNumber(),
            pairing.provider(),
            pairing.requirer(),
            alias,
            acrossModels ? model.uuid() : "");
    model.add(relation);
    return relation;
  }

  void removeRelation(Relation relation) {
    if (relation.peers()) {
      throw new ImpossibleWorldException(
          "Relation \"%s\" is among peers and lasts as long as its application"
              .formatted(relation));
    }
    relation.die();
    model.sweep();
  }

  void attachResource(Application application, String name, Path file) {
    Set<String> declared = application.metadata().resources().keySet();
    if (!declared.contains(name)) {
      throw new ImpossibleWorldException(
          "Application \"%s\" has no resource \"%s\"; it has %s"
              .formatted(application.name(), name, declared));
    }
    application.resources().put(name, file);
    if (application.units().stream().anyMatch(unit -> unit.agent().installed())) {
      application.refresh(application.charm(), false);
    }
  }

  void reboot(Unit unit) {
    unit.agent().reboot();
    if (unit.application().kubernetes()) {
      Unpacking.again(unit);
    }
  }

  void configure(Application application, String option, Object value) {
    ConfigOption known =
        Optional.ofNullable(application.metadata().options().get(option))
            .orElseThrow(
                () ->
                    new ImpossibleWorldException(
                        "Application \"%s\" has no config option \"%s\"; it has %s"
                            .formatted(
                                application.name(),
                                option,
                                application.metadata().options().keySet())));
    Object accepted =
        known
            .accept(value)
            .orElseThrow(
                () ->
                    new ImpossibleWorldException(
                        "Config option \"%s\" of \"%s\" has type %s, which %s is not"
                            .formatted(option, application.name(), known.type(), value)));
    application.set(option, accepted);
  }
}
