package dev.charmsignals.model;

import dev.charmsignals.hooktools.CloudSpec;
import dev.charmsignals.hooktools.HookToolException;
import dev.charmsignals.name.UnitName;

/** Asks for the credentials of the cloud, and explains a refusal. */
final class CloudAccess {

  private CloudAccess() {}

  static CloudSpec read(HookSession session) {
    try {
      return session.tools().model().credential();
    } catch (HookToolException e) {
      if (!e.stderr().contains("cannot access cloud credentials")
          && !e.stderr().contains("permission denied")) {
        throw e;
      }
      UnitName unit = session.environment().unit();
      throw new RefusedDeedException(
          unit,
          "read the credentials of the cloud",
          "the operator has not trusted the application with them",
          "Ask for it: juju trust %s%s"
              .formatted(
                  unit.application(),
                  session.environment().isKubernetes() ? " --scope=cluster" : ""),
          e);
    }
  }
}
