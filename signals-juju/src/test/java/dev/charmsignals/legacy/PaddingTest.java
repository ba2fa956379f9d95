package dev.charmsignals.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaddingTest {

  @Test
  void makesEightEqualTextsInARowDifferAndBeginsAnewAfterThem() {
    List<String> shown = new ArrayList<>();
    String last = "";
    for (int i = 0; i < 10; i++) {
      last = Padding.next("x", last);
      shown.add(last);
    }

    assertEquals(
        List.of("x", "x※", "x※※", "x※※※", "x※※※※", "x※※※※※", "x※※※※※※", "x※※※※※※※", "x", "x※"),
        shown);
  }

  @Test
  void goesOnCountingWhereTheTextIsAnother() {
    assertEquals(
        List.of("b※※", "a※※※"), List.of(Padding.next("b", "a※"), Padding.next("a", "b※※")));
  }

  @Test
  void takesOffAnyNumberAtTheEndAndNoneElsewhere() {
    assertEquals(
        List.of("x", "x", "x※y", "※x", "", ""),
        List.of(
            Padding.strip("x"),
            Padding.strip("x※※※※※※※※※"),
            Padding.strip("x※y※"),
            Padding.strip("※x"),
            Padding.strip("※※"),
            Padding.strip("")));
  }
}
