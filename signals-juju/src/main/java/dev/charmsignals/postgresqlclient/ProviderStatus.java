package dev.charmsignals.postgresqlclient;

/**
 * What a provider says of itself, beside what it answers.
 *
 * @param code what it is about; its thousands are the kind
 * @param message for people; shortened, and on one line
 * @param resolution what people can do about it; shortened, and on one line
 */
public record ProviderStatus(int code, String message, String resolution) {

  /** Returns whether nothing will go on before somebody has done something: 5000 to 5999. */
  public boolean isFatal() {
    return code / 1000 == 5;
  }
}
