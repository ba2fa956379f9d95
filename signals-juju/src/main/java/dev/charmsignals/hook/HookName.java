package dev.charmsignals.hook;

import java.util.Map;

/** Finds out which hook runs, from what Juju and older charms' scripts tell. */
final class HookName {

  private HookName() {}

  /**
   * Returns the hook's name; an action's keeps its directory.
   *
   * @throws EnvironmentException when nothing names a hook
   */
  static String of(Map<String, String> variables) {
    String path = variables.get("JUJU_DISPATCH_PATH");
    if (path != null) {
      return path.startsWith("hooks/") ? path.substring("hooks/".length()) : path;
    }
    String name = variables.get("JUJU_HOOK_NAME");
    if (name != null) {
      return name;
    }
    String action = variables.get("JUJU_ACTION_NAME");
    if (action != null) {
      return ActionHook.DIRECTORY.concat(action);
    }
    String script = variables.get(HookEnvironment.LEGACY_HOOK);
    if (script == null) {
      throw new EnvironmentException(
          "JUJU_DISPATCH_PATH",
          "is not set, so no hook is named; Juju sets it to \"hooks/install\", for example");
    }
    int slash = script.lastIndexOf('/');
    int directory = script.lastIndexOf('/', slash - 1) + 1;
    boolean isAction = slash > 0 && script.substring(directory, slash).equals("actions");
    return script.substring(isAction ? directory : slash + 1);
  }

  /** Recognises the hooks that most charms have no observer of; apart, so that few load them. */
  static Hook rare(String name) {
    if (name.startsWith(ActionHook.DIRECTORY) && name.length() > ActionHook.DIRECTORY.length()) {
      return new ActionHook(name.substring(ActionHook.DIRECTORY.length()));
    }
    if (name.startsWith("secret-")) {
      for (SecretHook hook : SecretHook.values()) {
        if (hook.hookName().equals(name)) {
          return hook;
        }
      }
    }
    for (StorageStep step : StorageStep.values()) {
      if (isNamed(name, step.ending())) {
        return new StorageHook(subject(name, step.ending()), step);
      }
    }
    for (WorkloadStep step : WorkloadStep.values()) {
      if (isNamed(name, step.ending())) {
        return new WorkloadHook(subject(name, step.ending()), step);
      }
    }
    return new OtherHook(name);
  }

  /** Whether a hook's name is a subject's, such as an endpoint's, and this ending. */
  static boolean isNamed(String name, String ending) {
    return name.length() > ending.length() && name.endsWith(ending);
  }

  static String subject(String name, String ending) {
    return name.substring(0, name.length() - ending.length());
  }
}
