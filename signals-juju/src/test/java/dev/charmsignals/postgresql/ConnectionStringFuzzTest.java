package dev.charmsignals.postgresql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.charmsignals.fuzz.Hostile;
import dev.charmsignals.json.MalformedException;

/** What the other side of a relation published as connection strings; {@code $} is the password. */
class ConnectionStringFuzzTest {

  @FuzzTest
  void whatCanBeReadCanBeWrittenAndReadAgainAndTheRestIsRefused(byte[] data) throws Exception {
    String text = Hostile.text(data);

    Hostile.bounded(
        data.length, () -> ConnectionString.split(text).forEach(ConnectionStringFuzzTest::check));
  }

  private static void check(String text) {
    ConnectionString string;
    try {
      string = ConnectionString.read(text);
    } catch (MalformedException e) {
      Hostile.assertTellsNothing(e);
      return;
    }

    Hostile.assertTellsNothing(string.toString());
    assertTrue(string.toString().length() <= 4096, "too much is shown");
    assertEquals(string, again(string.conninfo()));
    assertEquals(string.values(), again(string.conninfo()).values());
    assertEquals(string, again(string.uri()));
    // The driver takes it without a word; whether it leads anywhere is seen by connecting.
    assertNotNull(string.dataSource());
  }

  private static ConnectionString again(String text) {
    return ConnectionString.parse(text);
  }
}
