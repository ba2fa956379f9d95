package dev.charmsignals.testkit.world;

import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Every secret of a model. */
final class SecretBook {

  private static final String DIGITS = "0123456789abcdefghijklmnopqrstuv";

  private final SortedMap<String, Secret> secrets = new TreeMap<>();

  boolean isEmpty() {
    return secrets.isEmpty();
  }

  Collection<Secret> all() {
    return secrets.values();
  }

  Optional<Secret> find(String id) {
    return Optional.ofNullable(secrets.get(id));
  }

  void add(Secret secret) {
    secrets.put(secret.id(), secret);
  }

  void remove(String id) {
    secrets.remove(id);
  }

  /** A unit is gone, or an application: with it goes what it owned, read and was granted. */
  void forget(String name) {
    secrets.values().removeIf(secret -> secret.owner().equals(name));
    for (Secret secret : secrets.values()) {
      secret.trackers().remove(name);
      secret.grants().remove(name);
    }
  }

  /** Makes an id nobody has: 96 bits as 20 digits of 5 bits, of which the last has but one. */
  static String newId(SplittableRandom identities) {
    StringBuilder id = new StringBuilder(20);
    for (int i = 0; i < 19; i++) {
      id.append(DIGITS.charAt(identities.nextInt(DIGITS.length())));
    }
    return id.append(identities.nextBoolean() ? '0' : 'g').toString();
  }
}
