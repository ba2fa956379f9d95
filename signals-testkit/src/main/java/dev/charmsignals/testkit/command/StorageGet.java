package dev.charmsignals.testkit.command;

import java.util.List;
import java.util.Map;

/** Prints what kind a storage is, and where. */
record StorageGet() implements HookCommand {

  @Override
  public String name() {
    return "storage-get";
  }

  @Override
  public String arguments() {
    return "[<key>]";
  }

  @Override
  public String summary() {
    return "Print information for the storage instance with the specified ID.";
  }

  @Override
  public List<Option> options() {
    return Option.printing(
        new Option(List.of("s"), Option.Kind.STORAGE, "specify a storage instance by id"));
  }

  @Override
  public void run(Call call) {
    StorageContext storage = call.context().storage();
    String id =
        call.flags()
            .text("s")
            .or(storage::hookStorage)
            .orElseThrow(() -> new UsageFailure("no storage instance specified"));
    call.flags().refuseBeyond(1);
    String key = call.flags().positional(0).orElse("");
    StorageContext.Attached attached = storage.attached().get(id);
    if (attached == null) {
      throw new CommandFailure("storage " + GoText.quote(id) + " not found");
    }
    switch (key) {
      case "" ->
          call.print(
              Value.ofTexts(Map.of("kind", attached.kind(), "location", attached.location())));
      case "kind" -> call.print(new Value.Text(attached.kind()));
      case "location" -> call.print(new Value.Text(attached.location()));
      default -> throw new CommandFailure("invalid storage attribute " + GoText.quote(key));
    }
  }
}
