package dev.charmsignals.hook;

/**
 * What Juju runs the charm for: a hook of one kind or another, an action, or one of no interest.
 */
public sealed interface Hook
    permits LifecycleHook,
        RelationHook,
        ActionHook,
        StorageHook,
        SecretHook,
        WorkloadHook,
        OtherHook {

  /**
   * Returns the hook's name as Juju writes it, such as {@code channel-relation-changed}; an
   * action's is {@code actions/<name>}.
   */
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
      if (HookName.isNamed(name, step.ending())) {
        return new RelationHook(HookName.subject(name, step.ending()), step);
      }
    }
    return HookName.rare(name);
  }
}
