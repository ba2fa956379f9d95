package dev.charmsignals.hook;

/** The five things that happen to a relation (contract §5.3). */
public enum RelationStep {
  CREATED("-relation-created"),
  JOINED("-relation-joined"),
  CHANGED("-relation-changed"),
  DEPARTED("-relation-departed"),
  BROKEN("-relation-broken");

  private final String ending;

  RelationStep(String ending) {
    this.ending = ending;
  }

  /** Returns what follows the endpoint in the hook's name, such as {@code -relation-joined}. */
  public String ending() {
    return ending;
  }
}
