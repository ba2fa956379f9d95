package dev.charmsignals.statuspool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.charmsignals.fuzz.Hostile;
import dev.charmsignals.json.MalformedException;
import java.util.List;
import java.util.Optional;

/** A pool of statuses as charm state keeps it, after somebody edited it. */
class PoolTextFuzzTest {

  private static final List<MemberStatus> DECLARED =
      List.of(
          new MemberStatus("workload", "Workload", 0, Optional.empty()),
          new MemberStatus("db", "Database", 0, Optional.empty()));

  @FuzzTest
  void aPoolThatCanBeReadCanBeKeptAgainAndHasAllThatIsDeclared(byte[] data) throws Exception {
    String text = Hostile.text(data);

    Hostile.bounded(text.length(), () -> check(text));
  }

  private static void check(String text) throws MalformedException {
    Kept kept;
    try {
      kept = PoolText.read(text);
    } catch (MalformedException e) {
      Hostile.assertTellsNothing(e);
      return;
    }

    assertEquals(kept, PoolText.read(PoolText.write(kept)));
    Contents restored = Contents.restore(DECLARED, kept);
    for (MemberStatus member : DECLARED) {
      MemberStatus found = restored.find(member.key()).orElseThrow();
      assertEquals(member, found.withStatus(Optional.empty()));
    }
    for (MemberStatus member : restored.members()) {
      boolean isDeclared = DECLARED.stream().anyMatch(each -> each.key().equals(member.key()));
      assertTrue(isDeclared || kept.dynamic().contains(member.key()), "a member of nowhere");
    }
    restored.status(PoolMessage.worstOnly(), true);
    restored.status(PoolMessage.worstOnly(), false);
  }
}
