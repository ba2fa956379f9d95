package dev.charmsignals.postgresqlclient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RememberedTest {

  @Test
  void readsWhatItWrote() {
    Remembered all =
        new Remembered(true, "aa", "bb", "cc", "dd", new TreeSet<>(List.of(1000, 5000)));
    Remembered nothing = Remembered.nothing();

    assertEquals("yes aa bb cc dd 1000,5000", all.text());
    assertEquals(all, Remembered.of(all.text()));
    assertEquals("no - - - - -", nothing.text());
    assertEquals(nothing, Remembered.of(nothing.text()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no", "yes aa bb cc dd", "yes a b c d e f", "     x"})
  void takesWhatSomebodyChangedByHandForNothing(String text) {
    assertEquals(Remembered.nothing(), Remembered.of(text));
  }
}
