package dev.charmsignals.pgsql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.charmsignals.fuzz.Hostile;
import dev.charmsignals.hooktools.SelectedBag;
import dev.charmsignals.postgresql.ConnectionString;
import dev.charmsignals.postgresql.Requirements;
import dev.charmsignals.postgresql.RequirementsException;
import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the other side of a relation wrote: the first line is a grant, the second a request, the
 * rest connection strings; {@code $} is the password.
 */
class PgsqlBagFuzzTest {

  private static final String OWN = "10.0.0.5/32";

  @FuzzTest
  void whatABagSaysIsReadOrIgnored(byte[] data) throws Exception {
    String[] parts = Hostile.text(data).split("\n", 3);
    String grant = parts[0];
    String request = parts.length > 1 ? parts[1] : "";
    String strings = parts.length > 2 ? parts[2] : "";
    Map<String, String> bag =
        Map.of(
            "allowed-subnets", grant,
            "extensions", request,
            "roles", request,
            "database", request,
            "version", request,
            "master", strings,
            "standbys", strings);

    Hostile.bounded(data.length, () -> check(bag));
    for (String item : Network.split(grant)) {
      assertReadAsJavaDoes(item);
    }
    assertReadBack(request);
  }

  private static void check(Map<String, String> bag) {
    Offer offer =
        new Offer("postgresql", new SelectedBag(bag, 0, List.of(), 0, SelectedBag.Extent.WHOLE));
    Hostile.assertTellsNothing(offer.toString());
    Optional<ConnectionString> master = offer.master();
    if (master.isPresent()) {
      Hostile.assertTellsNothing(master.get().toString());
    }
    for (ConnectionString standby : offer.standbys()) {
      Hostile.assertTellsNothing(standby.toString());
    }
    assertTrue(offer.version().orElse("").length() <= 256, "a long version");
    Request mirrored = Request.of(bag);
    assertTrue(offer.suits(mirrored, List.of()), "its own words");
    assertEquals(
        Network.cover(bag.getOrDefault("allowed-subnets", ""), List.of(OWN)),
        offer.suits(mirrored, List.of(OWN)));
  }

  /** A grant covers what Java says that it covers, and what is no network covers nothing. */
  private static void assertReadAsJavaDoes(String text) {
    boolean covers = Network.cover(text, List.of(OWN));
    Optional<Network> network = Network.parse(text);
    if (network.isEmpty()) {
      assertEquals(text.equals(OWN), covers, text);
      return;
    }
    int slash = text.indexOf('/');
    try {
      InetAddress address = InetAddress.getByName(slash < 0 ? text : text.substring(0, slash));
      byte[] bytes = address.getAddress();
      if (network.get().bits() == 32) {
        BigInteger ours = BigInteger.valueOf(network.get().low());
        assertEquals(new BigInteger(1, bytes), ours, text);
        int shift = 32 - network.get().prefix();
        BigInteger own = BigInteger.valueOf(0x0a000005L);
        assertEquals(own.shiftRight(shift).equals(ours.shiftRight(shift)), covers, text);
      } else if (address instanceof Inet6Address) {
        BigInteger ours =
            new BigInteger(Long.toUnsignedString(network.get().high()))
                .shiftLeft(64)
                .add(new BigInteger(Long.toUnsignedString(network.get().low())));
        assertEquals(new BigInteger(1, bytes), ours, text);
      }
    } catch (UnknownHostException e) {
      throw new AssertionError("Java knows no address " + text, e);
    }
  }

  private static void assertReadBack(String text) {
    try {
      Requirements requirements = new Request(text, text, text).requirements();
      assertEquals(requirements, Request.of(requirements).requirements());
    } catch (RequirementsException e) {
      assertTrue(List.of("database", "role", "extension").contains(e.kind()), e.kind());
    }
  }
}
