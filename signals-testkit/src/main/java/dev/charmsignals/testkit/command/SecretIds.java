package dev.charmsignals.testkit.command;

import java.util.ArrayList;
import java.util.List;

/** Prints the bare ids of the secrets that this unit may manage. */
record SecretIds() implements HookCommand {

  @Override
  public String name() {
    return "secret-ids";
  }

  @Override
  public String arguments() {
    return "";
  }

  @Override
  public String summary() {
    return "Print secret IDs.";
  }

  @Override
  public List<Option> options() {
    return Option.printing();
  }

  @Override
  public void run(Call call) {
    call.flags().refuseBeyond(0);
    List<String> ids = new ArrayList<>(call.context().secrets().metadata().keySet());
    call.print(ids.isEmpty() ? new Value.NoTexts() : new Value.Texts(ids));
  }
}
