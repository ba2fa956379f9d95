package dev.charmsignals.testkit.command;

import static dev.charmsignals.testkit.command.Shell.Reply.failed;
import static dev.charmsignals.testkit.command.Shell.Reply.misused;
import static dev.charmsignals.testkit.command.Shell.Reply.printed;
import static dev.charmsignals.testkit.command.Shell.Reply.silent;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NetworkTest {

  private final InMemoryContext context = new InMemoryContext();
  private final Shell shell = new Shell(context);

  NetworkTest() {
    context.networks.put("channel", NetworkInfo.of("10.0.0.7"));
    context.networks.put(
        "bare",
        new NetworkInfo(
            List.of(new NetworkInfo.BindAddress("00:11:22:33:44:55", "eth1", List.of())),
            List.of(),
            List.of()));
    context.networks.put("none", new NetworkInfo(List.of(), List.of(), List.of()));
  }

  @Test
  void printsAllOfABinding() {
    assertEquals(
        printed(
            """
            bind-addresses:
            - mac-address: ""
              interface-name: eth0
              addresses:
              - hostname: ""
                value: 10.0.0.7
                cidr: ""
                address: 10.0.0.7
              macaddress: ""
              interfacename: eth0
            egress-subnets:
            - 10.0.0.7/32
            ingress-addresses:
            - 10.0.0.7
            """),
        shell.run("network-get", "channel"));
    assertEquals(
        printed(
            "{\"bind-addresses\":[{\"mac-address\":\"\",\"interface-name\":\"eth0\","
                + "\"addresses\":[{\"hostname\":\"\",\"value\":\"10.0.0.7\",\"cidr\":\"\"}]}],"
                + "\"egress-subnets\":[\"10.0.0.7/32\"],"
                + "\"ingress-addresses\":[\"10.0.0.7\"]}\n"),
        shell.run("network-get", "channel", "--format=json"));
  }

  @Test
  void leavesEmptySectionsOut() {
    assertEquals(
        printed(
            """
            bind-addresses:
            - mac-address: "00:11:22:33:44:55"
              interface-name: eth1
              addresses: []
              macaddress: "00:11:22:33:44:55"
              interfacename: eth1
            """),
        shell.run("network-get", "bare"));
  }

  @Test
  void printsTheOnePartAskedFor() {
    assertEquals(printed("10.0.0.7\n"), shell.run("network-get", "channel", "--ingress-address"));
    assertEquals(printed("10.0.0.7\n"), shell.run("network-get", "--bind-address", "channel"));
    assertEquals(printed("10.0.0.7\n"), shell.run("network-get", "--primary-address", "channel"));
    assertEquals(
        printed("[\"10.0.0.7/32\"]\n"),
        shell.run("network-get", "channel", "--egress-subnets", "--format=json"));
  }

  @Test
  void printsSeveralPartsAsAMap() {
    assertEquals(
        printed("egress-subnets:\n- 10.0.0.7/32\ningress-address: 10.0.0.7\n"),
        shell.run("network-get", "channel", "--ingress-address", "--egress-subnets"));
  }

  @Test
  void saysWhatIsMissing() {
    assertEquals(misused("no arguments specified"), shell.run("network-get"));
    assertEquals(misused("no binding name specified"), shell.run("network-get", ""));
    assertEquals(misused("unrecognized args: [\"b\"]"), shell.run("network-get", "channel", "b"));
    assertEquals(
        failed("no network config found for binding \"x\""), shell.run("network-get", "x"));
    assertEquals(
        failed("no network config found for binding \"none\""), shell.run("network-get", "none"));
    for (String what : List.of("bind", "ingress", "primary")) {
      assertEquals(
          failed("no " + what + " address attached to space for binding \"bare\""),
          shell.run("network-get", "bare", "--" + what + "-address"));
    }
    assertEquals(
        failed("--primary-address must be the only flag specified"),
        shell.run("network-get", "channel", "--primary-address", "--bind-address"));
  }

  @Test
  void printsTheUnitsAddresses() {
    assertEquals(printed("10.0.0.7\n"), shell.run("unit-get", "private-address"));
    assertEquals(
        printed("\"203.0.113.7\"\n"), shell.run("unit-get", "public-address", "--format=json"));
    assertEquals(misused("no setting specified"), shell.run("unit-get"));
    assertEquals(misused("unknown setting \"x\""), shell.run("unit-get", "x"));
  }

  @Test
  void opensAndClosesPorts() {
    assertEquals(silent(), shell.run("open-port", "80"));
    assertEquals(silent(), shell.run("open-port", "8000-8999/UDP", "--endpoints", "a, b"));
    assertEquals(silent(), shell.run("close-port", "icmp"));
    assertEquals(
        List.of("open 80/tcp for []", "open 8000-8999/udp for [a, b]", "close icmp for []"),
        context.done);
  }

  @Test
  void refusesPortsThatAreNone() {
    assertEquals(misused("no port or range specified"), shell.run("open-port"));
    assertEquals(
        misused("invalid port \"x\": strconv.Atoi: parsing \"x\": invalid syntax"),
        shell.run("open-port", "x"));
    assertEquals(misused("invalid port range \"1-2-3\""), shell.run("open-port", "1-2-3"));
    assertEquals(misused("invalid port range 2-1/tcp"), shell.run("close-port", "2-1"));
    assertEquals(
        misused("port range bounds must be between 0 and 65535, got 1-65536"),
        shell.run("open-port", "1-65536"));
    assertEquals(
        misused("invalid protocol \"sctp\", expected \"tcp\", \"udp\", or \"icmp\""),
        shell.run("open-port", "1/sctp"));
    assertEquals(
        misused("protocol \"icmp\" doesn't support any ports; got \"1\""),
        shell.run("open-port", "1/icmp"));
  }

  @Test
  void tellsOfAConflict() {
    context.refusal = Optional.of("port ranges 80/tcp and 79-81/tcp conflict");

    assertEquals(failed("port ranges 80/tcp and 79-81/tcp conflict"), shell.run("open-port", "80"));
  }

  @Test
  void listsOpenPorts() {
    context.ports.put(new PortRange(80, 80, "udp"), Set.of("b", "a"));
    context.ports.put(new PortRange(100, 200, "tcp"), Set.of());
    context.ports.put(new PortRange(9, 9, "tcp"), Set.of());

    assertEquals(printed("9/tcp\n100-200/tcp\n80/udp\n"), shell.run("opened-ports"));
    assertEquals(
        printed("[\"9/tcp (*)\",\"100-200/tcp (*)\",\"80/udp (a, b)\"]\n"),
        shell.run("opened-ports", "--endpoints", "--format=json"));
  }
}
