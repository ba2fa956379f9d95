package dev.charmsignals.name;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EndpointNameTest {

  @Test
  void takesWhatJujuTakes() {
    Pattern juju = Pattern.compile("[a-z][a-z0-9]*([_-][a-z0-9]+)*");
    Random random = new Random(1);
    String alphabet = "abz09-_A.\u00fc ";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder name = new StringBuilder();
      for (int length = random.nextInt(6); length > 0; length--) {
        name.append(alphabet.charAt(random.nextInt(random.nextBoolean() ? 7 : 11)));
      }
      String text = name.toString();
      assertEquals(juju.matcher(text).matches(), EndpointName.isWellFormed(text), text);
    }
  }

  @Test
  void knowsWhatJujuKeepsForItself() {
    assertEquals(
        List.of(true, true, false, false),
        List.of(
            EndpointName.isReserved("juju"),
            EndpointName.isReserved("juju-info"),
            EndpointName.isReserved("jujube"),
            EndpointName.isReserved("my-juju")));
  }

  @Test
  void countsEditsAsAPersonMakesThem() {
    assertEquals(
        List.of(0, 1, 1, 1, 0, 3),
        List.of(
            NearMiss.distance("channel", "channel"),
            NearMiss.distance("chanel", "channel"),
            NearMiss.distance("channle", "channel"),
            NearMiss.distance("channep", "channel"),
            NearMiss.distance("Channel", "channel"),
            NearMiss.distance("", "web")));
  }
}
