package dev.charmsignals.testkit;

import static dev.charmsignals.testkit.TwoCharms.IDLE;
import static dev.charmsignals.testkit.TwoCharms.p;
import static dev.charmsignals.testkit.TwoCharms.r;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.charmsignals.testkit.world.ImpossibleWorldException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.function.Executable;

/** What Juju would refuse, in one clear sentence each. */
class ImpossibleWorldTest {

  private static List<String> complaints(Executable action) {
    return assertThrows(ImpossibleWorldException.class, action).complaints();
  }

  @SimulatedJujuTest
  void refusesASecondApplicationOfOneName(SimulatedJuju juju) {
    juju.deploy("p", p(IDLE));

    assertEquals(
        List.of("There is an application \"p\" already; deploy it under another name"),
        complaints(() -> juju.deploy("p", p(IDLE))));
  }

  @SimulatedJujuTest
  void refusesNamesJujuRefuses(SimulatedJuju juju) {
    assertEquals(
        List.of(
            "\"My_App\" is no name for an application; one is lower-case words, such as"
                + " \"my-app\""),
        complaints(() -> juju.deploy("My_App", p(IDLE))));
  }

  @SimulatedJujuTest
  void listsEverythingWrongWithAnIntegration(SimulatedJuju juju) {
    juju.deploy("p", p(IDLE));

    assertEquals(
        List.of(
            "Application \"p\" has no endpoint \"chanel\"; it has [channel]",
            "There is no application \"q\"; deploy it first"),
        complaints(() -> juju.integrate("p:chanel", "q:channel")));
  }

  @SimulatedJujuTest
  void refusesEndpointsThatDoNotFit(SimulatedJuju juju) {
    juju.deploy("p", p(IDLE));
    juju.deploy("q", p(IDLE));
    juju.deploy(
        "other",
        CharmUnderTest.scripted("{name: other, requires: {channel: {interface: http}}}", IDLE));

    assertEquals(
        List.of(
            "\"p:channel\" and \"q:channel\" do not fit: both are under \"provides\"; one must"
                + " provide and one require"),
        complaints(() -> juju.integrate("p:channel", "q:channel")));
    assertEquals(
        List.of(
            "\"p:channel\" and \"other:channel\" do not fit: their interfaces are \"signals\" and"
                + " \"http\", which must be the same"),
        complaints(() -> juju.integrate("p:channel", "other:channel")));
  }

  @SimulatedJujuTest
  void refusesARelationThatExists(SimulatedJuju juju) {
    juju.deploy("p", p(IDLE));
    juju.deploy("r", r(IDLE));
    juju.integrate("p", "r");

    assertEquals(
        List.of("There is a relation p:channel r:channel already"),
        complaints(() -> juju.integrate("r", "p")));
  }

  @SimulatedJujuTest
  void refusesConfigurationTheCharmDoesNotHave(SimulatedJuju juju) {
    SimulatedApplication application = juju.deploy("p", p(IDLE));

    assertEquals(
        List.of("Application \"p\" has no config option \"mood\"; it has [fail, motto]"),
        complaints(() -> application.config("mood", "good")));
    assertEquals(
        List.of("Config option \"fail\" of \"p\" has type boolean, which maybe is not"),
        complaints(() -> application.config("fail", "maybe")));
  }

  @SimulatedJujuTest
  void refusesToResolveWhatIsWell(SimulatedJuju juju) {
    juju.deploy("p", p(IDLE));

    assertEquals(
        List.of("Unit \"p/0\" is not in error, so there is nothing to resolve"),
        complaints(() -> juju.unit("p/0").resolve()));
  }

  @SimulatedJujuTest
  void refusesAHookThatIsNotDue(SimulatedJuju juju) {
    juju.deploy("p", p(IDLE));

    assertEquals(
        List.of("Hook \"start\" is not due for \"p/0\"; due are [install]"),
        complaints(() -> juju.unit("p/0").run("start")));
  }

  @SimulatedJujuTest
  void listsEverythingWrongWithACharm(SimulatedJuju juju) {
    assertEquals(
        List.of(
            "metadata.yaml has no \"name\"; a charm needs one, such as \"name: panel\"",
            "Endpoint \"Bad\" is not lower-case words, such as \"channel\"",
            "Endpoint \"juju-x\" uses a name that Juju keeps to itself",
            "Endpoint \"juju-x\" names no interface; write \"juju-x: {interface: signals}\"",
            "Endpoint \"Bad\" is declared twice",
            "Config option \"depth\" has type int, which its default \"deep\" is not",
            "Config option \"mood\" has type \"feeling\"; Juju knows boolean, float, int, secret,"
                + " string"),
        complaints(
                () ->
                    CharmUnderTest.scripted(
                        """
                        provides:
                          Bad: {interface: signals}
                        requires:
                          juju-x: {}
                        peers:
                          Bad: {interface: signals}
                        config:
                          options:
                            depth: {type: int, default: deep}
                            mood: {type: feeling}
                        """,
                        IDLE))
            .stream()
            .distinct()
            .toList());
  }

  @SimulatedJujuTest
  void refusesToScaleKubernetesDownFromTheMiddle(SimulatedJuju juju) {
    juju.deployOnKubernetes("p", p(IDLE)).scale(2);

    assertEquals(
        List.of("Kubernetes scales down from the highest number, so \"p/0\" cannot go first"),
        complaints(() -> juju.unit("p/0").remove()));
  }

  @SimulatedJujuTest
  void refusesMoreRelationsThanAnEndpointTakes(SimulatedJuju juju) {
    juju.deploy("p", p(IDLE));
    juju.deploy("q", p(IDLE));
    juju.deploy(
        "one",
        CharmUnderTest.scripted(
            "{name: one, requires: {channel: {interface: signals, limit: 1}}}", IDLE));
    juju.integrate("p", "one");

    assertEquals(
        List.of("\"one:channel\" has 1 relations already, which is its limit"),
        complaints(() -> juju.integrate("q", "one")));
  }

  @SimulatedJujuTest
  void refusesWhatOnlySubordinateUnitsDo(SimulatedJuju juju) {
    juju.deploy("p", p(IDLE));
    juju.deploy(
        "within",
        CharmUnderTest.scripted(
            "{name: within, requires: {channel: {interface: signals, scope: container}}}", IDLE));

    assertEquals(
        List.of(
            "p:channel within:channel is within a container, and the simulated Juju has no"
                + " subordinate units; try a Transition"),
        complaints(() -> juju.integrate("p", "within")));
    assertEquals(
        List.of(
            "\"sub\" is subordinate, and the simulated Juju has no subordinate units; try a"
                + " Transition"),
        complaints(
            () ->
                juju.deploy(
                    "sub",
                    CharmUnderTest.scripted(
                        "{name: sub, subordinate: true,"
                            + " requires: {host: {interface: juju-info, scope: container}}}",
                        IDLE))));
    assertEquals(
        List.of(
            "Extra binding \"host\" is named like an endpoint",
            "A subordinate charm requires an endpoint with \"scope: container\", such as"
                + " \"juju-info\""),
        complaints(
            () ->
                CharmUnderTest.scripted(
                    "{name: sub, subordinate: true, requires: {host: {interface: x}},"
                        + " extra-bindings: {host: null}}",
                    IDLE)));
  }

  @SimulatedJujuTest
  void refusesAnEmptyKeyInABag(SimulatedJuju juju) {
    juju.deploy("p", p(IDLE));
    juju.deploy("r", r(IDLE));
    SimulatedRelation relation = juju.integrate("p", "r");
    juju.settle();

    assertEquals(
        List.of("The bag of \"p/0\" cannot have an empty key"),
        complaints(() -> relation.tamper("p/0", Map.of("", "x"))));
  }
}
