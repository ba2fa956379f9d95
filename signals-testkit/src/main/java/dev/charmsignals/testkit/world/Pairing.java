package dev.charmsignals.testkit.world;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds which two endpoints an operator means to integrate, as Juju does. */
record Pairing(Relation.Side provider, Relation.Side requirer) {

  static Pairing of(Model model, String left, String right) {
    List<String> complaints = new ArrayList<>();
    List<Relation.Side> lefts = sides(model, left, complaints);
    List<Relation.Side> rights = sides(model, right, complaints);
    ImpossibleWorldException.throwUnlessEmpty(complaints);
    List<Pairing> fitting = new ArrayList<>();
    for (Relation.Side one : lefts) {
      for (Relation.Side other : rights) {
        pair(one, other, complaints).ifPresent(fitting::add);
      }
    }
    if (fitting.size() > 1) {
      throw new ImpossibleWorldException(
          "\"%s\" and \"%s\" fit in several ways: %s; name the endpoints, such as \"%s\""
              .formatted(left, right, fitting, fitting.get(0).provider()));
    }
    if (fitting.isEmpty()) {
      if (complaints.isEmpty()) {
        complaints.add("\"%s\" and \"%s\" have no endpoints to integrate".formatted(left, right));
      }
      throw new ImpossibleWorldException(complaints);
    }
    Pairing found = fitting.get(0);
    ImpossibleWorldException.throwUnlessEmpty(refusals(model, found));
    boolean exists =
        model.relations().stream()
            .anyMatch(
                each ->
                    each.life() == Life.ALIVE
                        && each.left().equals(found.provider())
                        && each.right().equals(found.requirer()));
    if (exists) {
      throw new ImpossibleWorldException("There is a relation %s already".formatted(found));
    }
    return found;
  }

  private static List<String> refusals(Model model, Pairing pairing) {
    List<String> refusals = new ArrayList<>();
    for (Relation.Side side : List.of(pairing.provider, pairing.requirer)) {
      long relations =
          model.relations().stream()
              .filter(each -> each.left().equals(side) || each.right().equals(side))
              .count();
      int limit = side.endpoint().limit();
      if (limit > 0 && relations >= limit) {
        refusals.add(
            "\"%s\" has %d relations already, which is its limit".formatted(side, relations));
      }
    }
    if (pairing.provider.endpoint().inContainer() || pairing.requirer.endpoint().inContainer()) {
      refusals.add(
          "%s is within a container, and the simulated Juju has no subordinate units; try a %s"
              .formatted(pairing, "Transition"));
    }
    return refusals;
  }

  private static List<Relation.Side> sides(Model model, String text, List<String> complaints) {
    int colon = text.indexOf(':');
    String application = colon < 0 ? text : text.substring(0, colon);
    Optional<Application> found =
        model.application(application).filter(each -> each.life() == Life.ALIVE);
    if (found.isEmpty()) {
      complaints.add("There is no application \"%s\"; deploy it first".formatted(application));
      return List.of();
    }
    Collection<Endpoint> all = found.get().metadata().endpoints().values();
    if (colon < 0) {
      return all.stream()
          .filter(endpoint -> endpoint.role() != EndpointRole.PEERS)
          .map(endpoint -> new Relation.Side(application, endpoint))
          .toList();
    }
    Optional<Endpoint> endpoint = found.get().metadata().endpoint(text.substring(colon + 1));
    if (endpoint.isEmpty()) {
      complaints.add(
          "Application \"%s\" has no endpoint \"%s\"; it has %s"
              .formatted(
                  application,
                  text.substring(colon + 1),
                  all.stream().map(Endpoint::name).toList()));
    }
    return endpoint.map(each -> new Relation.Side(application, each)).stream().toList();
  }

  private static Optional<Pairing> pair(
      Relation.Side one, Relation.Side other, List<String> complaints) {
    EndpointRole first = one.endpoint().role();
    EndpointRole second = other.endpoint().role();
    List<String> wrong = new ArrayList<>();
    if (first == EndpointRole.PEERS || second == EndpointRole.PEERS) {
      wrong.add("a peer relation exists by itself");
    } else if (first == second) {
      wrong.add("both are under \"%s\"; one must provide and one require".formatted(first.key()));
    }
    if (!one.endpoint().interfaceName().equals(other.endpoint().interfaceName())) {
      wrong.add(
          "their interfaces are \"%s\" and \"%s\", which must be the same"
              .formatted(one.endpoint().interfaceName(), other.endpoint().interfaceName()));
    }
    if (one.application().equals(other.application())) {
      wrong.add("an application cannot be integrated with itself");
    }
    wrong.forEach(
        reason -> complaints.add("\"%s\" and \"%s\" do not fit: %s".formatted(one, other, reason)));
    if (!wrong.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        first == EndpointRole.PROVIDES ? new Pairing(one, other) : new Pairing(other, one));
  }

  /** Returns both endpoints, as in {@code installer:channel panel:channel}. */
  @Override
  public String toString() {
    return provider + " " + requirer;
  }
}
