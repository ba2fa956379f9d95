package dev.charmsignals.testkit.command;

import java.util.List;

/** Sets the version that {@code juju status} shows, at once. */
record ApplicationVersionSet() implements HookCommand {

  @Override
  public String name() {
    return "application-version-set";
  }

  @Override
  public String arguments() {
    return "<new-version>";
  }

  @Override
  public String summary() {
    return "Specify which version of the application is deployed.";
  }

  @Override
  public List<Option> options() {
    return List.of();
  }

  @Override
  public void run(Call call) {
    String version =
        call.flags().positional(0).orElseThrow(() -> new UsageFailure("no version specified"));
    call.flags().refuseBeyond(1);
    call.context().setApplicationVersion(version);
  }
}
