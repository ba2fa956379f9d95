package dev.charmsignals.name;

/**
 * One relation of this unit: the endpoint's name and Juju's number, written {@code channel:7}.
 *
 * <p>The number alone identifies the relation within a model and is never used again; 0 is a valid
 * one (contract §3). The endpoint is empty where only the number is known.
 *
 * @param endpoint the endpoint's name in this charm's metadata, or the empty string
 * @param number Juju's number of the relation, 0 or more
 */
public record RelationId(String endpoint, int number) {

  /** Checks that the number is not negative. */
  public RelationId {
    if (number < 0) {
      throw new IllegalArgumentException(
          "Relation number %d is negative; Juju counts relations from 0".formatted(number));
    }
  }

  /** Reads {@code channel:7} or {@code 7}; only what follows the last colon is the number. */
  public static RelationId parse(String text) {
    int colon = text.lastIndexOf(':');
    String endpoint = colon < 0 ? "" : text.substring(0, colon);
    try {
      return new RelationId(endpoint, Integer.parseInt(text.substring(colon + 1)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "Relation id \"%s\" is not an endpoint and a number, such as \"channel:7\""
              .formatted(text),
          e);
    }
  }

  /** Returns {@code channel:7}, or {@code 7} where the endpoint is not known. */
  @Override
  public String toString() {
    return endpoint.isEmpty() ? Integer.toString(number) : endpoint + ":" + number;
  }
}
