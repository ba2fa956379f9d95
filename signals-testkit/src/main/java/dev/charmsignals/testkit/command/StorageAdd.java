package dev.charmsignals.testkit.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks for more storage, at the commit. */
record StorageAdd() implements HookCommand {

  @Override
  public String name() {
    return "storage-add";
  }

  @Override
  public String arguments() {
    return "<charm storage name>[=count] ...";
  }

  @Override
  public String summary() {
    return "Add storage instances.";
  }

  @Override
  public List<Option> options() {
    return List.of();
  }

  @Override
  public void run(Call call) {
    if (call.flags().positionals().isEmpty()) {
      throw new UsageFailure("storage add requires a storage directive");
    }
    Map<String, Long> counts = new LinkedHashMap<>();
    for (String directive : call.flags().positionals()) {
      int equals = directive.indexOf('=');
      String name = equals < 0 ? directive : directive.substring(0, equals);
      String count = equals < 0 ? "1" : directive.substring(equals + 1);
      if (!GoText.isInteger(count)) {
        throw new UsageFailure("only count can be specified for " + GoText.quote(name));
      }
      if (Long.parseLong(count) < 1) {
        throw new UsageFailure(
            "cannot parse directives for storage "
                + GoText.quote(name)
                + ": cannot parse count: count must be greater than zero, got "
                + GoText.quote(count));
      }
      if (counts.put(name, Long.valueOf(count)) != null) {
        throw new UsageFailure("storage " + GoText.quote(name) + " specified more than once");
      }
    }
    call.context().storage().add(counts);
  }
}
