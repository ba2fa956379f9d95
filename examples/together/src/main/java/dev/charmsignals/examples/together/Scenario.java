package dev.charmsignals.examples.together;

import dev.charmsignals.model.Status;
import dev.charmsignals.reconciler.Component;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * One thing, or two, that go wrong around the reconciler charm.
 *
 * @param failure what fails, in words
 * @param cause makes it fail
 */
record Scenario(String failure, Consumer<Surroundings> cause) {

  private static final String PEBBLE = "pebble-service";

  /** In the order of the table. */
  static List<Scenario> all() {
    return List.of(
        new Scenario("nothing", around -> {}),
        new Scenario("the container cannot be reached", Surroundings::unreachableContainer),
        new Scenario("the service does not start", Surroundings::serviceThatDoesNotStart),
        new Scenario("relation-1 is missing", Surroundings::withoutRelation1),
        new Scenario("relation-2 is missing", Surroundings::withoutRelation2),
        new Scenario("the cluster loses the resource", Surroundings::clusterThatLosesResources),
        new Scenario(
            "the container cannot be reached and relation-2 is missing",
            around -> around.unreachableContainer().withoutRelation2()),
        new Scenario(
            "relation-1 is missing and the cluster loses the resource",
            around -> around.withoutRelation1().clusterThatLosesResources()),
        new Scenario(
            "pebble-service throws, and its status stays active",
            around -> around.twist(PEBBLE, Scenario::throwing)),
        new Scenario("the cluster refuses the resource", Surroundings::clusterThatRefuses),
        new Scenario(
            "relation-2 cannot compute its status",
            around ->
                around.twist(
                    "relation-2",
                    component ->
                        Twisted.saying(
                            component,
                            () -> {
                              throw new IllegalStateException("bad json");
                            }))),
        new Scenario(
            "pebble-service is busy",
            around -> around.twist(PEBBLE, saying(Status.maintenance("pebble busy")))),
        new Scenario(
            "nothing, and pebble-service has something to say",
            around -> around.twist(PEBBLE, saying(Status.active("all good")))),
        new Scenario(
            "nothing, and relation-1 has something to say",
            around -> around.twist("relation-1", saying(Status.active("all good")))),
        new Scenario(
            "pebble-service has no status", around -> around.twist(PEBBLE, Twisted::silent)));
  }

  private static Component throwing(Component component) {
    return new Twisted(
        component,
        Optional.of(new IllegalStateException("boom")),
        Optional.of(Status::active),
        false);
  }

  private static UnaryOperator<Component> saying(Status status) {
    return component -> Twisted.saying(component, () -> status);
  }
}
