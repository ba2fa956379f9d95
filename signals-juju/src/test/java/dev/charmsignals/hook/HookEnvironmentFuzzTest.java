package dev.charmsignals.hook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.charmsignals.fuzz.Hostile;
import dev.charmsignals.name.RelationId;
import dev.charmsignals.name.UnitName;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The environment of a hook: one line of input for each variable, as {@code env} prints it. */
class HookEnvironmentFuzzTest {

  @FuzzTest
  void anEnvironmentIsReadOrTheVariableThatIsWrongIsNamed(byte[] data) throws Exception {
    Map<String, String> variables = new HashMap<>();
    variables.put("SECRET", Hostile.PAYLOAD);
    for (String line : new String(data, StandardCharsets.UTF_8).split("\n")) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        variables.put(line.substring(0, equals), line.substring(equals + 1));
      }
    }

    Hostile.bounded(data.length, () -> check(variables));
  }

  private static void check(Map<String, String> variables) {
    HookEnvironment environment;
    try {
      environment = HookEnvironment.of(variables);
    } catch (EnvironmentException e) {
      assertTrue(e.getMessage().contains(e.variable()), "the variable is not named");
      if (!variables.getOrDefault(e.variable(), "").contains(Hostile.PAYLOAD)) {
        Hostile.assertTellsNothing(e);
      }
      return;
    }

    assertEquals(environment.hook(), Hook.parse(environment.hook().hookName()));
    assertEquals(variables.get("JUJU_UNIT_NAME"), environment.unit().value());
    for (Optional<UnitName> unit : List.of(environment.remoteUnit(), environment.departingUnit())) {
      unit.ifPresent(name -> assertEquals(name, new UnitName(name.application() + number(name))));
    }
    Optional<RelationId> relation = environment.relation();
    assertEquals(environment.hook() instanceof RelationHook, relation.isPresent());
    if (relation.isPresent()) {
      assertFalse(relation.get().endpoint().isEmpty(), "a relation without an endpoint");
      assertEquals(relation.get(), RelationId.parse(relation.get().toString()));
    } else {
      assertEquals(Optional.empty(), environment.remoteUnit());
    }
    for (String value : variables.values()) {
      assertEquals(
          Optional.empty(), environment.variable("no such " + value), "a variable of nowhere");
    }
  }

  private static String number(UnitName unit) {
    return unit.value().substring(unit.application().length());
  }
}
