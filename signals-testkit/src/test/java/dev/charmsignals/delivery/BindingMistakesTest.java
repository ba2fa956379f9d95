package dev.charmsignals.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.model.Relation;
import dev.charmsignals.signal.SignalSource;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import java.util.List;
import java.util.function.Consumer;

/** What an author can get wrong when binding and observing signals fails the first hook. */
class BindingMistakesTest {

  private static final class Mistaken extends Charm {

    Mistaken(CharmContext context, Consumer<Mistaken> mistake) {
      super(context);
      mistake.accept(this);
    }

    Speech bind(Speech speech, String endpoint) {
      return signals(speech, endpoint);
    }

    void hear(SignalSource<Word> source, String name) {
      observe(source, name, event -> {});
    }

    Relation relation(String endpoint) {
      return relations(endpoint).get(0);
    }

    void onStart(Runnable deed) {
      observe(on().start(), event -> deed.run());
    }

    void onStop(Runnable deed) {
      observe(on().stop(), event -> deed.run());
    }

    void setState(String key, String value) {
      state().put(key, value);
    }

    void onInstall(Runnable late) {
      observe(on().install(), event -> late.run());
    }
  }

  private static String firstErrorOf(SimulatedJuju juju, Consumer<Mistaken> mistake) {
    juju.automaticallyRetryHooks(false);
    juju.deploy(
        "a", CharmUnderTest.inProcess(context -> new Mistaken(context, mistake), Gossip.METADATA));
    juju.settle();
    juju.unit("a/0").remove().settle();
    List<String> errors =
        juju.unit("a/0").logs().stream()
            .filter(record -> record.level().name().equals("ERROR"))
            .map(record -> record.text().lines().findFirst().orElse(""))
            .toList();
    return errors.get(0).replaceFirst("^The hook failed; nothing of it is committed: ", "");
  }

  @SimulatedJujuTest
  void namesTheEndpointThatGetsTwoSetsOfSignals(SimulatedJuju juju) {
    assertEquals(
        "dev.charmsignals.bus.SignalBindingException: Endpoint \"talk\" carries signals already;"
            + " declare them all in one ObjectSignals, or bind Speech to another endpoint",
        firstErrorOf(
            juju,
            charm -> {
              charm.bind(new Speech(), "talk");
              charm.bind(new Speech(), "talk");
            }));
  }

  @SimulatedJujuTest
  void namesTheObserverWhoseNameIsTaken(SimulatedJuju juju) {
    assertEquals(
        "dev.charmsignals.bus.SignalBindingException: Two observers of an endpoint are named"
            + " \"mine\", of signal \"word\" and of \"other\"; give one another name",
        firstErrorOf(
            juju,
            charm -> {
              Speech speech = charm.bind(new Speech(), "talk");
              charm.hear(speech.word, "mine");
              charm.hear(speech.other, "mine");
            }));
  }

  @SimulatedJujuTest
  void namesTheSignalWhoseObserverHasAnEmptyName(SimulatedJuju juju) {
    assertEquals(
        "dev.charmsignals.bus.SignalBindingException: An observer of signal \"word\" has an empty"
            + " name; give it one such as \"fetch\"",
        firstErrorOf(juju, charm -> charm.hear(charm.bind(new Speech(), "talk").word, "")));
  }

  @SimulatedJujuTest
  void saysHowToBindSignalsThatAreObservedUnbound(SimulatedJuju juju) {
    assertEquals(
        "dev.charmsignals.signal.SignalDeclarationException: Signal \"word\" belongs to no endpoint"
            + " yet; hand its signals to the charm, as in signals(new MySignals(), \"channel\")",
        firstErrorOf(juju, charm -> charm.hear(new Speech().word, "mine")));
  }

  @SimulatedJujuTest
  void refusesToBindOneSetOfSignalsTwice(SimulatedJuju juju) {
    assertEquals(
        "dev.charmsignals.signal.SignalDeclarationException: This dev.charmsignals.delivery.Speech is"
            + " bound to an endpoint already; make a new one for each, as in signals(new Speech(),"
            + " \"other\")",
        firstErrorOf(juju, charm -> charm.bind(charm.bind(new Speech(), "talk"), "listen")));
  }

  @SimulatedJujuTest
  void refusesToObserveASignalAfterTheConstructor(SimulatedJuju juju) {
    assertEquals(
        "dev.charmsignals.event.LateObserverException: A handler for word comes too late: observe in"
            + " the charm's constructor",
        firstErrorOf(
            juju,
            charm -> {
              Speech speech = charm.bind(new Speech(), "talk");
              charm.onInstall(() -> charm.hear(speech.word, "mine"));
            }));
  }

  @SimulatedJujuTest
  void refusesToEmitInTheConstructorWhichRunsInEveryHook(SimulatedJuju juju) {
    assertEquals(
        "dev.charmsignals.bus.SignalBindingException: Signal \"word\" is emitted while the charm is"
            + " constructed, which happens in every hook; emit it in a handler, such as that of"
            + " on().install()",
        firstErrorOf(juju, charm -> charm.bind(new Speech(), "talk").word.emit(new Word("hello"))));
  }

  @SimulatedJujuTest
  void refusesToWriteTheKeysOfTheSignals(SimulatedJuju juju) {
    assertEquals(
        "dev.charmsignals.bus.SignalBindingException: Key \"signal-1\" of this unit's bag in cluster:0"
            + " belongs to the signals on endpoint \"cluster\"; use another key, such as"
            + " \"my-signal-1\"",
        firstErrorOf(
            juju,
            charm -> {
              charm.bind(new Speech(), "cluster");
              charm.onStart(() -> charm.relation("cluster").ownUnitBag().put("signal-1", "mine"));
            }));
  }

  /** Nothing of the signals is read in a hook that does not concern them. */
  @SimulatedJujuTest
  void refusesToWriteTheKeysOfTheSignalsInAnyHook(SimulatedJuju juju) {
    assertEquals(
        "dev.charmsignals.bus.SignalBindingException: Key \"signals\" of this unit's bag in cluster:0"
            + " belongs to the signals on endpoint \"cluster\"; use another key, such as"
            + " \"my-signals\"",
        firstErrorOf(
            juju,
            charm -> {
              charm.bind(new Speech(), "cluster");
              charm.onStop(() -> charm.relation("cluster").ownUnitBag().remove("signals"));
            }));
  }

  @SimulatedJujuTest
  void refusesToWriteWhatTheSignalsRemember(SimulatedJuju juju) {
    assertEquals(
        "dev.charmsignals.model.RefusedEntryException: Key \"charm-signals/cluster/0\" of charm state"
            + " belongs to the toolkit, which remembers there how far signals have come; use"
            + " another, such as \"my-cluster/0\"",
        firstErrorOf(
            juju,
            charm -> {
              charm.bind(new Speech(), "cluster");
              charm.onStart(() -> charm.setState("charm-signals/cluster/0", ""));
            }));
  }
}
