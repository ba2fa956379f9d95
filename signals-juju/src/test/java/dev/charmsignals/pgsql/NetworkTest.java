package dev.charmsignals.pgsql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Grants as networks. */
class NetworkTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.0.0.5/32, true",
    "10.0.0.0/8, 10.255.255.255, true",
    "10.0.0.9/8, 10.0.0.5/32, true",
    "10.0.0.0/8, 11.0.0.0/32, false",
    "10.0.0.4/32, 10.0.0.5/32, false",
    "10.0.0.4/31, 10.0.0.5/32, true",
    "10.0.0.5/32, 10.0.0.0/8, false",
    "10.0.0.5, 10.0.0.5/32, true",
    "0.0.0.0/0, 255.1.2.3, true",
    "0.0.0.0/0, ::1, false",
    "::/0, 10.0.0.1, false",
    "::/0, 2001:db8::1234, true",
    "2001:db8::/32, 2001:0DB8:ffff::/48, true",
    "2001:db8::/32, 2001:db9::/48, false",
    "2001:db8::/65, 2001:db8::7fff:0:0:1, true",
    "2001:db8::/65, 2001:db8::8000:0:0:1, false",
    "::ffff:10.0.0.0/104, ::ffff:a00:5/128, true",
    "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8/128, true",
    "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0, true",
    "'nonsense, 10.0.0.0/8 ,', 10.9.9.9/32, true",
    "a-host, a-host, true",
    "a-host, another, false",
    "127.0.1/24, 127.0.1.0/24, false",
    "'', 10.0.0.1, false",
  })
  void coverThoseInsideOfThem(String granted, String wanted, boolean covered) {
    assertEquals(covered, Network.cover(granted, List.of(wanted)));
  }

  @Test
  void coverNothingIfOneOfSeveralIsOutside() {
    assertEquals(false, Network.cover("10.0.0.0/8", List.of("10.0.0.1/32", "192.168.0.1/32")));
    assertEquals(
        true, Network.cover("10.0.0.0/8,192.168.0.0/16", List.of("10.1.0.1", "192.168.0.1/32")));
  }

  @Test
  void coverWhoHasNone() {
    assertEquals(true, Network.cover("", List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/8",
        "1.2.3.4/",
        "1.2.3.4/33",
        "1.2.3.4/-1",
        "1.2.3.4/8/8",
        "1.2.3",
        "1.2.3.4.5",
        "1.2.3.256",
        "010.2.3.4",
        "1.2.3.4/08",
        "1..3.4",
        "1.2.3.4 ",
        "٣.٣.٣.٣",
        ":",
        ":::",
        "1:",
        ":1",
        "1::2::3",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4:5:6:7:8::",
        "::1:2:3:4:5:6:7:8",
        "1:2:3:4:5:6:7:1.2.3.4",
        "12345::",
        "::g",
        "::/129",
        "fe80::1%eth0",
        "::1.2.3",
        "1.2.3.4::",
      })
  void areNoneOfTheirs(String text) {
    assertEquals(Optional.empty(), Network.parse(text));
  }
}
