package dev.charmsignals.testkit.command;

import java.util.List;

/** Prints the ids of the storage that is attached to the unit. */
record StorageList() implements HookCommand {

  @Override
  public String name() {
    return "storage-list";
  }

  @Override
  public String arguments() {
    return "[<storage-name>]";
  }

  @Override
  public String summary() {
    return "List storage attached to the unit.";
  }

  @Override
  public List<Option> options() {
    return Option.printing();
  }

  @Override
  public void run(Call call) {
    call.flags().refuseBeyond(1);
    String name = call.flags().positional(0).orElse("");
    call.print(
        Value.sorted(
            call.context().storage().attached().keySet().stream()
                .filter(id -> name.isEmpty() || id.startsWith(name + "/"))
                .toList()));
  }
}
