package dev.charmsignals.model;

import dev.charmsignals.hooktools.HookToolException;
import dev.charmsignals.hooktools.SecretCommands;
import dev.charmsignals.secret.SecretContent;
import dev.charmsignals.secret.SecretInfo;
import dev.charmsignals.secret.SecretReading;
import dev.charmsignals.secret.SecretRef;
import org.jspecify.annotations.Nullable;

/**
 * Where a secret is read: by its reference, by a label, or by a reference that is to get a label.
 *
 * <p>What may not be read is null: Juju says "not found" or "permission denied" to whoever may not
 * know of a secret (contract §2.17).
 */
record SecretSource(@Nullable SecretRef ref, @Nullable String label) {

  @Nullable SecretContent read(SecretCommands commands, SecretReading reading) {
    try {
      if (ref == null) {
        return commands.get(requireLabel(), reading);
      }
      return label == null ? commands.get(ref, reading) : commands.get(ref, label, reading);
    } catch (HookToolException e) {
      return noneIfWithheld(e);
    }
  }

  @Nullable SecretInfo info(SecretCommands commands) {
    try {
      return ref == null ? commands.info(requireLabel()) : commands.info(ref);
    } catch (HookToolException e) {
      return noneIfWithheld(e);
    }
  }

  private String requireLabel() {
    if (label == null) {
      throw new IllegalStateException("A secret without reference and label");
    }
    return label;
  }

  private static <T> @Nullable T noneIfWithheld(HookToolException e) {
    if (e.stderr().contains("not found") || e.stderr().contains("permission denied")) {
      return null;
    }
    throw e;
  }

  @Override
  public String toString() {
    return ref == null ? "secret labelled \"" + label + "\"" : ref.toString();
  }
}
