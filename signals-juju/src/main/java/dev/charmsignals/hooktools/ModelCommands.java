package dev.charmsignals.hooktools;

/** The commands about the model and its cloud (contract §2.15, §2.18). */
public final class ModelCommands {

  private final CommandRunner runner;

  ModelCommands(CommandRunner runner) {
    this.runner = runner;
  }

  /** Runs {@code goal-state}: what the model is heading for, read anew at each call. */
  public GoalState goalState() {
    return GoalState.of(runner.object("goal-state", "--format", "json"));
  }

  /** Runs {@code credential-get}: the cloud and how to log in; only a trusted application may. */
  public CloudSpec credential() {
    return CloudSpec.of(runner.object("credential-get", "--format", "json"));
  }

  /** Runs {@code juju-reboot}: asks for a reboot of the machine after this hook. */
  public void reboot() {
    runner.run("juju-reboot", null);
  }

  /** Runs {@code juju-reboot --now}: kills this hook, which comes again after the reboot. */
  public void rebootNow() {
    runner.run("juju-reboot", null, "--now");
  }
}
