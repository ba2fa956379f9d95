package dev.charmsignals.testkit.world;

import dev.charmsignals.testkit.command.CloudInfo;
import dev.charmsignals.testkit.command.CommandFailure;
import dev.charmsignals.testkit.command.NetworkInfo;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What lies around a unit and is no model: its machine, the files it fetches, its cloud. */
final class Host {

  private static final CloudInfo MACHINES =
      new CloudInfo(
          "lxd",
          "localhost",
          "localhost",
          "https://10.255.0.2:8443",
          "certificate",
          Map.of(
              "client-cert", "simulated", "client-key", "simulated", "server-cert", "simulated"));

  private static final CloudInfo PODS =
      new CloudInfo(
          "kubernetes",
          "k8s",
          "",
          "https://10.255.0.3:443",
          "oauth2",
          Map.of("Token", "simulated"));

  private Host() {}

  /** Returns the network of a binding, if the charm has it. */
  static Optional<NetworkInfo> network(Unit unit, String binding) {
    if (!unit.application().metadata().hasBinding(binding)) {
      return Optional.empty();
    }
    NetworkInfo own = unit.networks().get(binding);
    return Optional.of(own == null ? NetworkInfo.of(unit.address()) : own);
  }

  /** Downloads a resource that an operator has attached. */
  static Path fetch(Unit unit, String name) {
    Application application = unit.application();
    ResourceSpec declared = application.metadata().resources().get(name);
    Path attached = application.resources().get(name);
    if (declared == null || attached == null) {
      throw new CommandFailure("resource#%s/%s not found".formatted(application.name(), name));
    }
    return application.charm().fetch(unit.name(), declared, attached);
  }

  /** Returns the cloud, to a unit whose application is trusted. */
  static CloudInfo cloud(Model model, Unit unit) {
    if (!unit.application().trusted()) {
      throw new CommandFailure("permission denied");
    }
    return model.cloud().orElse(unit.application().kubernetes() ? PODS : MACHINES);
  }

  static void requireMachine(Unit unit) {
    if (unit.application().kubernetes()) {
      throw new CommandFailure("reboot of unit \"%s\" not supported".formatted(unit.name()));
    }
  }
}
