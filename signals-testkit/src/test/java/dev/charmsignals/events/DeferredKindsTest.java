package dev.charmsignals.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.DeferrableEvent;
import dev.charmsignals.event.HookEvent;
import dev.charmsignals.event.SecretEvent;
import dev.charmsignals.event.StorageEvent;
import dev.charmsignals.event.WorkloadEvent;
import dev.charmsignals.secret.SecretRef;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedSecret;
import dev.charmsignals.testkit.SimulatedUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Deferred events of every kind say the same when they come again. */
class DeferredKindsTest {

  private static final String METADATA =
      """
      name: web
      containers:
        workload: {resource: image}
      resources:
        image: {type: oci-image}
      storage:
        data: {type: filesystem}
      """;

  private final List<String> told = new ArrayList<>();
  private String secret = "";
  private boolean ready;

  @SimulatedJujuTest
  void comeAgainWithAllThatJujuSaid(SimulatedJuju juju) {
    SimulatedSecret added = juju.addSecret("password", Map.of("password", "one"));
    juju.deployOnKubernetes("web", CharmUnderTest.inProcess(context -> new Web(context), METADATA));
    added.grant("web");
    secret = added.uri();
    SimulatedUnit unit = juju.unit("web/0");
    juju.settle();
    unit.updateStatus(); // reads the secret, so that it is told of the next revision
    juju.settle();
    added.update(Map.of("password", "two"));
    unit.container("workload").customNotice("example.com/done");
    juju.settle();
    Set<String> first = new HashSet<>(told);
    told.clear();

    ready = true;
    unit.updateStatus();
    juju.settle();

    assertEquals(
        Set.of(
            "attached data data/0",
            "ready workload",
            "notice workload example.com/done",
            "changed " + secret),
        first);
    assertEquals(new TreeSet<>(first), new TreeSet<>(told));
    assertEquals(4, told.size());
  }

  private final class Web extends Charm {

    Web(CharmContext context) {
      super(context);
      observe(on().storage("data").attached(), "attached", this::onAttached);
      observe(on().container("workload").pebbleReady(), "ready", this::onReady);
      observe(on().container("workload").customNotice(), "notice", this::onNotice);
      observe(on().secretChanged(), "changed", this::onChanged);
      observe(
          on().updateStatus(),
          event -> context().session().model().secrets().get(new SecretRef(secret)).content());
    }

    private void onAttached(StorageEvent.Attached event) {
      tell("attached " + event.storageName() + " " + event.storageId(), event);
    }

    private void onReady(WorkloadEvent.PebbleReady event) {
      tell("ready " + event.containerName(), event);
    }

    private void onNotice(WorkloadEvent.CustomNotice event) {
      tell("notice " + event.containerName() + " " + event.noticeKey(), event);
    }

    private void onChanged(SecretEvent.Changed event) {
      tell("changed " + event.secretId(), event);
    }

    private <E extends HookEvent & DeferrableEvent> void tell(String text, E event) {
      told.add(text);
      if (!ready) {
        event.defer();
      }
    }
  }
}
