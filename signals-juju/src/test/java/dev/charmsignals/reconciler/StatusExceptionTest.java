package dev.charmsignals.reconciler;

import static dev.charmsignals.model.Status.active;
import static dev.charmsignals.model.Status.blocked;
import static dev.charmsignals.model.Status.waiting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusExceptionTest {

  private final StatusException waiting1 = new StatusException(waiting("1"));
  private final StatusException waiting2 = new StatusException(waiting("2"));
  private final StatusException blocked1 = new StatusException(blocked("1"));
  private final StatusException blocked2 = new StatusException(blocked("2"));

  @Test
  void case39ShowsTheFirstBlockedOne() {
    assertEquals(
        Optional.of(blocked2), StatusException.firstWorst(List.of(waiting1, blocked2, blocked1)));
  }

  @Test
  void case39ShowsNothingWhenNothingCarriesAStatus() {
    assertEquals(Optional.empty(), StatusException.firstWorst(List.of()));
    assertEquals(
        Optional.empty(), StatusException.firstWorst(List.of(new IllegalStateException("boom"))));
  }

  @Test
  void showsTheLastWaitingOneWhenNoneIsBlocked() {
    assertEquals(Optional.of(waiting2), StatusException.firstWorst(List.of(waiting1, waiting2)));
  }

  @Test
  void carriesItsStatusAndRefusesActive() {
    assertEquals(blocked("1"), blocked1.status());
    assertThrows(IllegalArgumentException.class, () -> new StatusException(active()));
  }
}
