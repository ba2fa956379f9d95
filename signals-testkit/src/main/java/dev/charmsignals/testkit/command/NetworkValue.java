package dev.charmsignals.testkit.command;

import java.util.ArrayList;
import java.util.List;

/** A whole network as network-get prints it, in YAML with the twins that older charms look for. */
final class NetworkValue {

  private NetworkValue() {}

  static Value of(NetworkInfo network, boolean json) {
    List<Value.Field> fields = new ArrayList<>();
    if (!network.bindAddresses().isEmpty()) {
      List<Value> addresses = new ArrayList<>();
      for (NetworkInfo.BindAddress address : network.bindAddresses()) {
        addresses.add(of(address, json));
      }
      fields.add(new Value.Field("bind-addresses", new Value.Items(addresses)));
    }
    if (!network.egressSubnets().isEmpty()) {
      fields.add(new Value.Field("egress-subnets", new Value.Texts(network.egressSubnets())));
    }
    if (!network.ingressAddresses().isEmpty()) {
      Value addresses = new Value.Texts(network.ingressAddresses());
      fields.add(new Value.Field("ingress-addresses", addresses));
    }
    return new Value.Fields(fields);
  }

  private static Value of(NetworkInfo.BindAddress bind, boolean json) {
    List<Value> addresses = new ArrayList<>();
    for (NetworkInfo.InterfaceAddress address : bind.addresses()) {
      addresses.add(of(address, json));
    }
    List<Value.Field> fields = new ArrayList<>();
    fields.add(field("mac-address", bind.macAddress()));
    fields.add(field("interface-name", bind.interfaceName()));
    fields.add(new Value.Field("addresses", new Value.Items(addresses)));
    if (!json) {
      fields.add(field("macaddress", bind.macAddress()));
      fields.add(field("interfacename", bind.interfaceName()));
    }
    return new Value.Fields(fields);
  }

  private static Value of(NetworkInfo.InterfaceAddress address, boolean json) {
    List<Value.Field> fields = new ArrayList<>();
    fields.add(field("hostname", address.hostname()));
    fields.add(field("value", address.value()));
    fields.add(field("cidr", address.cidr()));
    if (!json) {
      fields.add(field("address", address.value()));
    }
    return new Value.Fields(fields);
  }

  private static Value.Field field(String name, String text) {
    return new Value.Field(name, new Value.Text(text));
  }
}
