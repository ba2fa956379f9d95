package dev.charmsignals.testkit.command;

import java.util.List;
import java.util.OptionalInt;

/** Removes a secret or one revision of it, at the commit. */
record SecretRemove() implements HookCommand {

  @Override
  public String name() {
    return "secret-remove";
  }

  @Override
  public String arguments() {
    return "<ID>";
  }

  @Override
  public String summary() {
    return "Remove an existing secret.";
  }

  @Override
  public List<Option> options() {
    return List.of(
        new Option(List.of("revision"), Option.Kind.INTEGER, "remove the specified revision"));
  }

  @Override
  public void run(Call call) {
    String id = SecretId.required(call);
    call.flags().refuseBeyond(1);
    // Juju's are 64 bits wide. One that there cannot be stands for all that there are not.
    long asked = call.flags().text("revision").map(Long::valueOf).orElse(0L);
    int revision = (int) Math.max(-1, Math.min(Integer.MAX_VALUE, asked));
    call.context()
        .secrets()
        .remove(id, revision > 0 ? OptionalInt.of(revision) : OptionalInt.empty());
  }
}
