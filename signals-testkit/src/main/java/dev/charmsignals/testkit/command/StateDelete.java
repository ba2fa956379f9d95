package dev.charmsignals.testkit.command;

import java.util.List;

/** Deletes a key of the charm state; a missing one, or none at all, is no mistake. */
record StateDelete() implements HookCommand {

  @Override
  public String name() {
    return "state-delete";
  }

  @Override
  public String arguments() {
    return "<key>";
  }

  @Override
  public String summary() {
    return "Delete a key of the charm state.";
  }

  @Override
  public List<Option> options() {
    return List.of();
  }

  @Override
  public void run(Call call) {
    call.flags().refuseBeyond(1);
    String key = call.flags().positional(0).orElse("");
    if (!key.isEmpty()) {
      call.context().deleteCharmState(key);
    }
  }
}
