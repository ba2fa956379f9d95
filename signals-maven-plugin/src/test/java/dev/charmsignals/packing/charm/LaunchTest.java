package dev.charmsignals.packing.charm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaunchTest {

  @Test
  void takesWhatJavaTakes() {
    Launch launch = new Launch("com.example.My$Charm", "1G", List.of("-Dname=some value"));

    assertEquals(List.of("-Dname=some value"), launch.options());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "com/example/MyCharm, 64m, -Da=b => \"com/example/MyCharm\" is no class; write <mainClass>com.example.MyCharm</mainClass>",
        "MyCharm, 64 MB, -Da=b => \"64 MB\" is no size; write <heap>64m</heap>",
        "MyCharm, 64m, a=b => \"a=b\" is no option of Java; write for example <option>-Dname=value</option>",
      })
  void refusesWhatJavaWouldNotTake(String values, String message) {
    String[] each = values.split(", ");

    CharmPartException refused =
        assertThrows(
            CharmPartException.class, () -> new Launch(each[0], each[1], List.of(each[2])));

    assertEquals(message, refused.getMessage());
  }
}
