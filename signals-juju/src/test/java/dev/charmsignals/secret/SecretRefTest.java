package dev.charmsignals.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.charmsignals.signal.Signal;
import dev.charmsignals.snapshot.RecordShape;
import dev.charmsignals.snapshot.RestoreException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretRefTest {

  private static final String ID = "9m4e2mr0ui3e8a215n4g";
  private static final String MODEL = "2f1d3a9c-6f0e-4c47-8f1f-0d5c9a1b2c3d";

  record Offered(SecretRef password) implements Signal {}

  @Test
  void isWrittenInThreeWaysThatAgreeInTheId() {
    List<SecretRef> refs =
        List.of(
            new SecretRef(ID),
            new SecretRef("secret:" + ID),
            new SecretRef("secret://" + MODEL + "/" + ID));

    assertEquals(List.of(ID, ID, ID), refs.stream().map(SecretRef::id).toList());
    assertEquals(refs.get(0), refs.get(1));
    assertEquals("secret:" + ID, refs.get(0).toString());
    assertEquals(
        List.of(Optional.empty(), Optional.empty(), Optional.of(MODEL)),
        refs.stream().map(SecretRef::model).toList());
  }

  @Test
  void refusesWhatIsNoReferenceAndShowsARightOne() {
    for (String text :
        List.of(
            "",
            "secret:",
            "secret:short",
            "secret:" + ID + "x",
            "secret:9M4E2MR0UI3E8A215N4G",
            "secret:/" + ID,
            "secret:///" + ID,
            "secret://" + MODEL + ID,
            "secret://model/" + ID,
            "http://" + MODEL + "/" + ID)) {
      assertFalse(SecretRef.isWellFormed(text), text);
    }

    var refused = assertThrows(IllegalArgumentException.class, () -> new SecretRef("password"));

    assertEquals(
        "\"password\" is no reference to a secret, such as \"secret:9m4e2mr0ui3e8a215n4g\"",
        refused.getMessage());
  }

  @Test
  void travelsInASignal() throws RestoreException {
    RecordShape<Offered> shape = RecordShape.of(Offered.class);
    var offered = new Offered(new SecretRef("secret:" + ID));

    assertEquals(offered, shape.restore(shape.snapshot(offered)));
    assertThrows(
        RestoreException.class,
        () -> shape.restore(Map.of("password", Map.of("uri", "what a remote likes"))));
  }
}
