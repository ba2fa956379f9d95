package dev.charmsignals.hook;

/**
 * A hook of one relation.
 *
 * @param endpoint the endpoint's name in this charm's metadata
 * @param step what happened to the relation
 */
public record RelationHook(String endpoint, RelationStep step) implements Hook {

  @Override
  public String hookName() {
    return endpoint.concat(step.ending());
  }
}
