package dev.charmsignals.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.charmsignals.fake.FakeAgent;
import dev.charmsignals.fake.FakeDeclarations;
import dev.charmsignals.fake.FakeHook;
import dev.charmsignals.fuzz.Hostile;
import dev.charmsignals.fuzz.KeyedLines;
import dev.charmsignals.hook.HookEnvironment;
import dev.charmsignals.hooktools.HookTools;
import dev.charmsignals.model.HookSession;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is kept of one deferred event, each line of which is a fact, after somebody edited it. */
class DeferredFactsFuzzTest {

  private static final Events ON = new Events(new FakeDeclarations());

  record Table(String name, List<Table> tables) {}

  record Ready(String name, Optional<Integer> port, double load, List<Table> tables)
      implements OwnEvent {}

  private static final class Database extends ObjectEvents {
    final OwnEventSource<Ready> ready = source("ready", Ready.class);
  }

  @FuzzTest
  void anEventIsMadeAgainAndMayBeDeferredAgainOrItIsLost(byte[] data) throws Exception {
    Map<String, String> facts = KeyedLines.read(Hostile.text(data));
    Database database = new Database();
    new Observers(session(), Clock.systemUTC()).bind(database, "database");

    for (Observer observer :
        List.of(
            new OwnObserver<>("own", true, database.ready, event -> {}),
            observer(ON.configChanged()),
            observer(ON.relation("db").changed()),
            observer(ON.relation("db").departed()),
            observer(ON.storage("data").attached()),
            observer(ON.secretChanged()),
            observer(ON.container("workload").customNotice()))) {
      Hostile.bounded(data.length, () -> check(observer, facts));
    }
  }

  private static void check(Observer observer, Map<String, String> facts) throws Exception {
    HookSession session = session();
    Map<String, String> kept;
    try {
      Observer.Occurrence occurrence = observer.restore(facts, session);
      occurrence.tell(new Delivery(session, observer, occurrence));
      kept = occurrence.facts();
    } catch (LostEventException e) {
      Hostile.assertTellsNothing(e);
      return;
    }

    assertEquals(kept, observer.restore(kept, session()).facts());
  }

  private static <E extends HookEvent> Observer observer(EventSource<E> source) {
    return new HookObserver<>("hook", true, source, event -> {});
  }

  private static HookSession session() {
    return new HookSession(
        new HookTools(new FakeAgent().answer("relation-ids -- db", "[\"db:7\"]")),
        HookEnvironment.of(FakeHook.lifecycle("start")),
        new FakeDeclarations());
  }
}
