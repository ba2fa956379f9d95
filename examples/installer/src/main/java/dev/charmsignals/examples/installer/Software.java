package dev.charmsignals.examples.installer;

import dev.charmsignals.model.Config;

/** What the charm installs. It only pretends to, and the operator decides how that goes. */
final class Software {

  private Software() {}

  static void install(Config config) throws InstallationException {
    if (config.bool("fail").orElse(false)) {
      throw new InstallationException(config.string("reason").orElse("for no reason at all"));
    }
  }
}
