package dev.charmsignals.testkit.command;

import java.util.List;

/**
 * The network of one binding (contract section 2.16).
 *
 * @param bindAddresses the unit's own interfaces
 * @param egressSubnets where its traffic comes from, such as {@code 10.0.0.7/32}
 * @param ingressAddresses where it can be reached
 */
public record NetworkInfo(
    List<BindAddress> bindAddresses, List<String> egressSubnets, List<String> ingressAddresses) {

  /** Copies the lists. */
  public NetworkInfo {
    bindAddresses = List.copyOf(bindAddresses);
    egressSubnets = List.copyOf(egressSubnets);
    ingressAddresses = List.copyOf(ingressAddresses);
  }

  /** Returns the network of a unit with one interface, {@code eth0}, and one address. */
  public static NetworkInfo of(String address) {
    return new NetworkInfo(
        List.of(new BindAddress("", "eth0", List.of(new InterfaceAddress("", address, "")))),
        List.of(address + "/32"),
        List.of(address));
  }

  /**
   * One interface.
   *
   * @param macAddress its hardware address, or the empty string
   * @param interfaceName its name, such as {@code eth0}
   * @param addresses the addresses it has
   */
  public record BindAddress(
      String macAddress, String interfaceName, List<InterfaceAddress> addresses) {

    /** Copies the list. */
    public BindAddress {
      addresses = List.copyOf(addresses);
    }
  }

  /**
   * One address of an interface.
   *
   * @param hostname the host's name, or the empty string
   * @param value the address
   * @param cidr the subnet, or the empty string
   */
  public record InterfaceAddress(String hostname, String value, String cidr) {}
}
