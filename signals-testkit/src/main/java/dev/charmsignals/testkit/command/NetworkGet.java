package dev.charmsignals.testkit.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Prints the network of a binding, or the parts of it that flags ask for. */
record NetworkGet() implements HookCommand {

  @Override
  public String name() {
    return "network-get";
  }

  @Override
  public String arguments() {
    return "<binding-name> [--ingress-address] [--bind-address] [--egress-subnets]";
  }

  @Override
  public String summary() {
    return "Get network config.";
  }

  @Override
  public List<Option> options() {
    return Option.printing(
        Option.on("primary-address", "(deprecated) get the primary address for the binding"),
        Option.on("bind-address", "get the address the unit should listen on"),
        Option.on("ingress-address", "get the ingress address for the binding"),
        Option.on("egress-subnets", "get the egress subnets for the binding"),
        Option.RELATION);
  }

  @Override
  public void run(Call call) {
    Flags flags = call.flags();
    String binding =
        flags.positional(0).orElseThrow(() -> new UsageFailure("no arguments specified"));
    if (binding.isEmpty()) {
      throw new UsageFailure("no binding name specified");
    }
    flags.refuseBeyond(1);
    NetworkInfo network =
        call.context()
            .network(binding, call.relation())
            .filter(info -> !info.bindAddresses().isEmpty())
            .orElseThrow(
                () ->
                    new CommandFailure(
                        "no network config found for binding " + GoText.quote(binding)));
    Map<String, Value> asked = new HashMap<>();
    if (flags.on("egress-subnets")) {
      asked.put("egress-subnets", new Value.Texts(network.egressSubnets()));
    }
    if (flags.on("ingress-address")) {
      asked.put("ingress-address", new Value.Text(ingress(network, binding)));
    }
    if (flags.on("bind-address")) {
      asked.put("bind-address", new Value.Text(first(network, "bind", binding)));
    }
    if (flags.on("primary-address")) {
      if (!asked.isEmpty()) {
        throw new CommandFailure("--primary-address must be the only flag specified");
      }
      call.print(new Value.Text(first(network, "primary", binding)));
    } else if (asked.isEmpty()) {
      call.print(NetworkValue.of(network, call.format(Format.SMART) == Format.JSON));
    } else if (asked.size() == 1) {
      call.print(asked.values().iterator().next());
    } else {
      call.print(new Value.Entries(asked));
    }
  }

  private static String ingress(NetworkInfo network, String binding) {
    return network.ingressAddresses().isEmpty()
        ? first(network, "ingress", binding)
        : network.ingressAddresses().get(0);
  }

  private static String first(NetworkInfo network, String what, String binding) {
    List<NetworkInfo.InterfaceAddress> addresses = network.bindAddresses().get(0).addresses();
    if (addresses.isEmpty()) {
      throw new CommandFailure(
          "no %s address attached to space for binding %s".formatted(what, GoText.quote(binding)));
    }
    return addresses.get(0).value();
  }
}
