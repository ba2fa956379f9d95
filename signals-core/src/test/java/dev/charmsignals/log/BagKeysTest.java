package dev.charmsignals.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class BagKeysTest {

  @Test
  void claimsTheHeaderTheAcknowledgementsAndNumberedEntriesAndNothingElse() {
    List<String> keys =
        List.of("signals", "signals-ack", "signal-1", "signal-0", "signal-x", "signal", "other");

    assertEquals(
        List.of("signals", "signals-ack", "signal-1"),
        keys.stream().filter(BagKeys::isOurs).toList());
  }

  @Test
  void numbersEntriesUpToWhatALongHolds() {
    assertEquals(
        List.of(Long.MAX_VALUE, -1L, -1L),
        List.of(
            BagKeys.seqOf("signal-9223372036854775807"),
            BagKeys.seqOf("signal-9223372036854775808"),
            BagKeys.seqOf("signal-10000000000000000000")));
  }
}
