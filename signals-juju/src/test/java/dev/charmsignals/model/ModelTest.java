package dev.charmsignals.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.charmsignals.fake.FakeAgent;
import dev.charmsignals.fake.FakeDeclarations;
import dev.charmsignals.fake.FakeHook;
import dev.charmsignals.hook.HookEnvironment;
import dev.charmsignals.hook.JujuFeature;
import dev.charmsignals.hook.JujuVersion;
import dev.charmsignals.hook.MissingFeatureException;
import dev.charmsignals.hooktools.HookTools;
import dev.charmsignals.name.RelationId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelTest {

  private final FakeAgent agent = new FakeAgent();
  private final Map<String, String> variables = FakeHook.lifecycle("start");

  private HookSession session() {
    return new HookSession(
        new HookTools(agent), HookEnvironment.of(variables), new FakeDeclarations());
  }

  @Test
  void tellsWhatTheEnvironmentTells() {
    variables.put("JUJU_MODEL_UUID", "af1c");
    variables.put("JUJU_MACHINE_ID", "3/lxd/0");
    variables.put("JUJU_AVAILABILITY_ZONE", "");
    Model model = session().model();

    assertEquals(
        List.of(
            Optional.of("test"),
            Optional.of("af1c"),
            Optional.of(JujuVersion.parse("3.6.28")),
            Optional.of("3/lxd/0"),
            Optional.empty(),
            false),
        List.of(
            model.name(),
            model.uuid(),
            model.jujuVersion(),
            model.machine(),
            model.availabilityZone(),
            model.isKubernetes()));
    assertEquals(List.of(), agent.calls());
  }

  @Test
  void takesAUnitWithoutAMachineForAPod() {
    variables.put("JUJU_MACHINE_ID", "");

    assertEquals(true, session().model().isKubernetes());
  }

  @Test
  void knowsTheModelOfTheOtherSide() {
    variables.put("JUJU_MODEL_UUID", "af1c");
    agent
        .answer("relation-model-get -r db:7", "{\"uuid\":\"af1c\"}")
        .answer("relation-model-get -r web:3", "{\"uuid\":\"0ther\"}");
    HookSession session = session();
    Relation near = session.relation(new RelationId("db", 7));
    Relation far = session.relation(new RelationId("web", 3));

    assertEquals(
        List.of("af1c", false, "0ther", true),
        List.of(
            near.remoteModelUuid(),
            near.isCrossModel(),
            far.remoteModelUuid(),
            far.isCrossModel()));
    assertEquals(
        List.of("relation-model-get -r db:7", "relation-model-get -r web:3"), agent.calls());
  }

  @Test
  void refusesBeforeJujuIsAskedWhatItCannotTell() {
    variables.put("JUJU_VERSION", "3.6.1");
    Relation relation = session().relation(new RelationId("db", 7));

    var missing = assertThrows(MissingFeatureException.class, relation::remoteModelUuid);

    assertEquals(JujuFeature.REMOTE_MODEL, missing.feature());
    assertEquals(List.of(), agent.calls());
  }

  @Test
  void refusesNothingWhereTheVersionIsUnknown() {
    variables.put("JUJU_VERSION", "next");
    Model model = session().model();

    model.require(JujuFeature.PEBBLE_METRICS);

    assertEquals(
        List.of(Optional.empty(), true),
        List.of(model.jujuVersion(), model.has(JujuFeature.PEBBLE_METRICS)));
  }
}
