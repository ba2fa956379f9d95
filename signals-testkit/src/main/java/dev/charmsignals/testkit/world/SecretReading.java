package dev.charmsignals.testkit.world;

import dev.charmsignals.testkit.command.CommandFailure;
import java.util.Map;

/** Reads a secret that a unit may read, and pins a revision for it, at once. */
final class SecretReading {

  private SecretReading() {}

  static Map<String, String> read(
      Secret secret, Unit unit, String label, boolean refresh, boolean peek) {
    Secret.Tracker tracker = secret.trackers().get(unit.name());
    if (tracker == null) {
      tracker = new Secret.Tracker();
      tracker.revision = secret.latest();
      tracker.told = secret.latest();
      secret.trackers().put(unit.name(), tracker);
    } else if (refresh) {
      tracker.revision = secret.latest();
    }
    if (!label.isEmpty()) {
      name(secret, unit, tracker, label);
    }
    int wanted = peek ? secret.latest() : tracker.revision;
    return secret
        .revision(wanted)
        .map(revision -> revision.content)
        .orElseThrow(
            () ->
                new CommandFailure(
                    "secret revision \"%s/%d\" not found".formatted(secret.id(), wanted)));
  }

  /** Whoever manages it names it for all; its application's other units do not name it. */
  private static void name(Secret secret, Unit unit, Secret.Tracker tracker, String label) {
    if (secret.managedBy(unit)) {
      secret.label(label);
    } else if (!secret.ofApplication(unit)) {
      tracker.label = label;
    }
  }
}
