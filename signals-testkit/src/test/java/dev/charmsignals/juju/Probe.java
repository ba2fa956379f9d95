package dev.charmsignals.juju;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.SecretEvent;
import dev.charmsignals.model.HookSession;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.world.HookOutcome;
import dev.charmsignals.testkit.world.HookRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Has units do something in a hook of theirs, and notes which secrets they are told of. */
final class Probe {

  final List<String> told = new ArrayList<>();
  private Consumer<HookSession> deed = session -> {};
  private @Nullable RuntimeException thrown;

  CharmUnderTest charm(String metadata) {
    return CharmUnderTest.inProcess(context -> new Probed(context, this), metadata);
  }

  /** Does it in update-status, and returns whether that was committed. */
  boolean act(SimulatedJuju juju, String unit, Consumer<HookSession> what) {
    thrown = null;
    deed = what;
    try {
      HookRecord record = juju.unit(unit).updateStatus().runUntil("update-status");
      return record.outcome() == HookOutcome.COMMITTED;
    } finally {
      deed = session -> {};
    }
  }

  /** Does what is to fail, takes it for done, and returns what was thrown. */
  RuntimeException failure(SimulatedJuju juju, String unit, Consumer<HookSession> what) {
    act(juju, unit, what);
    juju.unit(unit).resolveWithoutRetry();
    if (thrown == null) {
      throw new AssertionError("Nothing was thrown");
    }
    return thrown;
  }

  private void run(HookSession session) {
    try {
      deed.accept(session);
    } catch (RuntimeException e) {
      thrown = e;
      throw e;
    }
  }

  private static final class Probed extends Charm {

    Probed(CharmContext context, Probe probe) {
      super(context);
      observe(on().updateStatus(), event -> probe.run(context.session()));
      observe(on().secretChanged(), event -> note(probe, "changed", event));
      observe(on().secretRotate(), event -> note(probe, "rotate", event));
      observe(on().secretExpired(), event -> note(probe, "expired " + event.revision(), event));
      observe(on().secretRemove(), event -> note(probe, "remove " + event.revision(), event));
    }

    private void note(Probe probe, String what, SecretEvent event) {
      probe.told.add(unit().name() + " " + what + " " + event.label().orElse("-"));
      if (event instanceof SecretEvent.Expired expired) {
        expired.secret().removeRevision(expired.revision());
      }
    }
  }
}
