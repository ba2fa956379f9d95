package dev.charmsignals.postgresqlclient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.charmsignals.fuzz.Hostile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a client writes to its bag, as a provider reads it, and a client that comes after it. */
class ClientBagFuzzTest {

  @FuzzTest
  void everyRequestIsReadOrLeftOut(byte[] data) throws Exception {
    String text = Hostile.text(data);
    Hostile.bounded(text.length(), () -> check(ProviderBagFuzzTest.bag(text)));
  }

  private static void check(Map<String, String> bag) {
    List<String> oddities = new ArrayList<>();
    List<ClientRequest> requests = ClientRequests.read(bag, oddities);

    oddities.forEach(Hostile::assertTellsNothing);
    assertEquals(requests.size(), requests.stream().map(ClientRequest::id).distinct().count());
    WrittenRequest.of(bag)
        .ifPresent(
            written -> {
              DatabaseRequest wanted = DatabaseRequest.database("mydb");
              written.differsFrom(wanted);
              written.isOutdatedBy(wanted);
            });
  }
}
