package dev.charmsignals.pebble;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * Somebody who may ask a Pebble for something.
 *
 * <p>Pebble never tells a password, so what it lists cannot be written back.
 *
 * @param access {@code admin}, {@code read}, {@code metrics} or {@code untrusted}
 * @param userId the local user it is, if it is one
 * @param passwordHash the sha512-crypt hash of its password, empty without one; masked in a list
 */
public record Identity(String access, OptionalInt userId, String passwordHash) {

  /** A user of the node, by number. */
  public static Identity local(String access, int userId) {
    return new Identity(access, OptionalInt.of(userId), "");
  }

  /** Somebody who names a password, by its sha512-crypt hash. */
  public static Identity basic(String access, String passwordHash) {
    return new Identity(access, OptionalInt.empty(), Objects.requireNonNull(passwordHash));
  }

  static Identity of(Fields fields) {
    Object local = fields.value("local");
    Object basic = fields.value("basic");
    return new Identity(
        fields.textOr("access", ""),
        local == null
            ? OptionalInt.empty()
            : Fields.of("a local identity", local).optionalInt("user-id"),
        basic == null ? "" : Fields.of("a basic identity", basic).textOr("password", ""));
  }

  /** Says all but the hash. */
  @Override
  public String toString() {
    return "Identity[%s, user %s%s]"
        .formatted(access, userId, passwordHash.isEmpty() ? "" : ", with a password");
  }
}
