package dev.charmsignals.statuspool;

import dev.charmsignals.json.MalformedException;
import dev.charmsignals.model.CharmState;
import dev.charmsignals.model.Participant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * What a pool holds during one hook: read from charm state when first needed, put back by a
 * rollback, kept when the pool is committed.
 */
final class OpenContents implements Participant<OpenContents.Mark> {

  private final CharmState state;
  private final String stateKey;
  private @Nullable Contents now;

  /** What the pool held at a savepoint; null while it had not been needed. */
  record Mark(@Nullable Contents contents) {}

  OpenContents(CharmState state, String key) {
    this.state = state;
    // The dot keeps it apart from what is kept for an endpoint, whose name has none.
    this.stateKey = "charm-signals/.status-pool/".concat(key);
  }

  boolean isOpen() {
    return now != null;
  }

  Contents get(Contents declared) {
    Contents known = now;
    if (known == null) {
      known = Contents.restore(declared.members(), read());
      now = known;
    }
    return known;
  }

  void set(Contents contents) {
    now = contents;
  }

  /** Hands it to charm state, which sends it when the hook succeeds, and only if it differs. */
  void keep(Contents contents, Contents declared) {
    Set<String> dynamic = new HashSet<>();
    for (MemberStatus member : contents.members()) {
      if (declared.find(member.key()).isEmpty()) {
        dynamic.add(member.key());
      }
    }
    if (dynamic.isEmpty() && contents.isBlank()) {
      state.remove(stateKey);
    } else {
      state.put(stateKey, PoolText.write(new Kept(contents, dynamic)));
    }
  }

  private Kept read() {
    Optional<String> text = state.get(stateKey);
    try {
      return text.isPresent() ? PoolText.read(text.get()) : Kept.NOTHING;
    } catch (MalformedException e) {
      // Only this charm writes here, so somebody meddled; failing would stop the unit for good.
      LoggerFactory.getLogger(StatusPool.class)
          .error("Charm state {} cannot be read and is started anew", stateKey);
      return Kept.NOTHING;
    }
  }

  @Override
  public Mark mark() {
    return new Mark(now);
  }

  @Override
  public void reset(Mark mark) {
    now = mark.contents();
  }
}
