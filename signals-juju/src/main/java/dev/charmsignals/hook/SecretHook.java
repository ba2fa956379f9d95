package dev.charmsignals.hook;

/** A hook of a secret that this unit reads, or that it or its application owns (contract §1.2). */
public enum SecretHook implements Hook {
  CHANGED("secret-changed"),
  ROTATE("secret-rotate"),
  EXPIRED("secret-expired"),
  REMOVE("secret-remove");

  private final String hookName;

  SecretHook(String hookName) {
    this.hookName = hookName;
  }

  @Override
  public String hookName() {
    return hookName;
  }
}
