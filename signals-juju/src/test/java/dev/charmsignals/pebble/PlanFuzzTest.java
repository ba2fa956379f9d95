package dev.charmsignals.pebble;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.charmsignals.fuzz.Hostile;

/** The plan of a workload container's Pebble, which is YAML. */
class PlanFuzzTest {

  @FuzzTest
  void everyPlanIsReadOrRefused(byte[] data) throws Exception {
    Hostile.bounded(
        data.length,
        () -> {
          try {
            Plan.parse(new String(data, UTF_8));
          } catch (PebbleProtocolException e) {
            // It is none.
          }
        });
  }
}
