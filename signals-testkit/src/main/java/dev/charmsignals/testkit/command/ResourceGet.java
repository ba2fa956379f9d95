package dev.charmsignals.testkit.command;

import java.util.List;

/** Fetches a resource and prints its path, without a line break. */
record ResourceGet() implements HookCommand {

  @Override
  public String name() {
    return "resource-get";
  }

  @Override
  public String arguments() {
    return "<resource name>";
  }

  @Override
  public String summary() {
    return "Get the path to the locally cached resource file.";
  }

  @Override
  public List<Option> options() {
    return List.of();
  }

  @Override
  public void run(Call call) {
    String name =
        call.flags()
            .positional(0)
            .orElseThrow(() -> new UsageFailure("missing required resource name"));
    call.flags().refuseBeyond(1);
    CommandContext context = call.context();
    call.print(Prefixed.get("could not download resource: ", () -> context.fetchResource(name)));
  }
}
