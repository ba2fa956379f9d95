package dev.charmsignals.hook;

/** The hook that Juju runs: one of the unit's life, one of a relation, or one of no interest. */
public sealed interface Hook permits LifecycleHook, RelationHook, OtherHook {

  /** Returns the hook's name as Juju writes it, such as {@code channel-relation-changed}. */
  String hookName();

  /** Recognises a hook by its name; never fails, because an unknown one is {@link OtherHook}. */
  static Hook parse(String name) {
    for (LifecycleHook hook : LifecycleHook.values()) {
      if (hook.hookName().equals(name)) {
        return hook;
      }
    }
    for (RelationStep step : RelationStep.values()) {
      // An endpoint's own name may end in "-relation", so only the whole ending counts.
      int endpointLength = name.length() - step.ending().length();
      if (endpointLength > 0 && name.endsWith(step.ending())) {
        return new RelationHook(name.substring(0, endpointLength), step);
      }
    }
    return new OtherHook(name);
  }
}
