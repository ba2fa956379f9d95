package dev.charmsignals.hooktools;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a unit is reached, and reaches others, through one binding. Addresses are texts, because Juju
 * gives host names too.
 *
 * @param interfaces the network interfaces to listen on
 * @param ingressAddresses where others reach the unit, the best first
 * @param egressSubnets from where its own traffic comes, such as {@code 10.0.0.7/32}
 */
public record NetworkInfo(
    List<Interface> interfaces, List<String> ingressAddresses, List<String> egressSubnets) {

  /** Copies the lists. */
  public NetworkInfo {
    interfaces = List.copyOf(interfaces);
    ingressAddresses = List.copyOf(ingressAddresses);
    egressSubnets = List.copyOf(egressSubnets);
  }

  /**
   * One network interface.
   *
   * @param name its name, such as {@code eth0}; may be empty
   * @param macAddress its hardware address; may be empty
   * @param addresses the addresses it has
   */
  public record Interface(String name, String macAddress, List<Address> addresses) {

    /** Copies the list. */
    public Interface {
      addresses = List.copyOf(addresses);
    }
  }

  /**
   * One address of an interface.
   *
   * @param value an address, or a host name where Juju has nothing else
   * @param hostname the host's name; may be empty
   * @param subnet its subnet, such as {@code 10.0.0.0/24}; may be empty
   */
  public record Address(String value, String hostname, String subnet) {}

  /** Returns the first address to listen on. */
  public Optional<String> bindAddress() {
    for (Interface each : interfaces) {
      if (!each.addresses.isEmpty()) {
        return Optional.of(each.addresses.get(0).value);
      }
    }
    return Optional.empty();
  }

  /** Returns the address to give to others: the first ingress address, or else what it binds. */
  public Optional<String> ingressAddress() {
    return ingressAddresses.isEmpty() ? bindAddress() : Optional.of(ingressAddresses.get(0));
  }

  static NetworkInfo of(AnswerObject answer) {
    List<Interface> interfaces = new ArrayList<>();
    for (AnswerObject bind : answer.objects("bind-addresses")) {
      List<Address> addresses = new ArrayList<>();
      for (AnswerObject address : bind.objects("addresses")) {
        // Kubernetes can leave out the value and give a host name alone.
        Optional<String> value = address.text("value", "address", "hostname");
        if (value.isPresent()) {
          addresses.add(
              new Address(
                  value.get(),
                  address.text("hostname").orElse(""),
                  address.text("cidr").orElse("")));
        }
      }
      interfaces.add(
          new Interface(
              bind.text("interface-name", "interfacename").orElse(""),
              bind.text("mac-address", "macaddress").orElse(""),
              addresses));
    }
    return new NetworkInfo(
        interfaces, answer.texts("ingress-addresses"), answer.texts("egress-subnets"));
  }
}
