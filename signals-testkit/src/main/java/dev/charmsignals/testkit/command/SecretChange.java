package dev.charmsignals.testkit.command;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a command sets of a secret; what is empty stays as it is.
 *
 * @param content the whole content, base64 by key; empty if it is not to change
 * @param label the owner's name for it
 * @param description for people
 * @param rotation such as {@code monthly}
 * @param expiry when the revision expires
 */
public record SecretChange(
    Map<String, String> content,
    Optional<String> label,
    Optional<String> description,
    Optional<String> rotation,
    Optional<Instant> expiry) {

  /** Copies the content. */
  public SecretChange {
    content = Map.copyOf(content);
  }

  /** Returns this change with a later one on top. */
  public SecretChange then(SecretChange later) {
    return new SecretChange(
        later.content.isEmpty() ? content : later.content,
        later.label.or(() -> label),
        later.description.or(() -> description),
        later.rotation.or(() -> rotation),
        later.expiry.or(() -> expiry));
  }

  /** Returns this change without its content. */
  public SecretChange withoutContent() {
    return new SecretChange(Map.of(), label, description, rotation, expiry);
  }

  /** Returns whether nothing is to change. */
  public boolean isEmpty() {
    return content.isEmpty()
        && label.isEmpty()
        && description.isEmpty()
        && rotation.isEmpty()
        && expiry.isEmpty();
  }

  /** Returns a change of the label alone. */
  public static SecretChange ofLabel(String label) {
    return new SecretChange(
        Map.of(), Optional.of(label), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Returns everything but the content. */
  @Override
  public String toString() {
    return "SecretChange[keys=%s, label=%s, description=%s, rotation=%s, expiry=%s]"
        .formatted(
            content.keySet().stream().sorted().toList(), label, description, rotation, expiry);
  }
}
