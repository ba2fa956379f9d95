package dev.charmsignals.hook;

/**
 * An action that an operator runs, which is no hook but is started like one (contract §1.2).
 *
 * @param action the action's name, such as {@code backup}
 */
public record ActionHook(String action) implements Hook {

  static final String DIRECTORY = "actions/";

  /** Returns the name with its directory, so that an action called "install" is not the hook. */
  @Override
  public String hookName() {
    return DIRECTORY.concat(action);
  }
}
