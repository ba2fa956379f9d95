package dev.charmsignals.postgresqlclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.charmsignals.json.JsonReader;
import dev.charmsignals.postgresql.Notice;
import dev.charmsignals.snapshot.RecordShape;
import dev.charmsignals.snapshot.RestoreException;
import dev.charmsignals.snapshot.SnapshotText;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptNewsTest {

  private static final RecordShape<KeptNews> SHAPE = RecordShape.of(KeptNews.class);

  @Test
  void areReadBackAsTheyWereKept() throws Exception {
    KeptNews news =
        new KeptNews(
            new Notice(7, Optional.of("db"), Optional.empty()),
            new ProviderStatus(5000, "disk full", "add storage"));

    String text = SnapshotText.of(SHAPE.snapshot(news), 1000);
    assertEquals(news, SHAPE.restore(JsonReader.readObject(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"notice\": {\"relation\": 7}}",
        "{\"status\": {\"code\": 5000}}",
        "{\"notice\": {\"relation\": -1}, \"status\": {\"code\": 5000}}"
      })
  void fitNoMoreWhenSomebodyChangedThemByHand(String text) {
    assertThrows(RestoreException.class, () -> SHAPE.restore(JsonReader.readObject(text)));
  }
}
