package dev.charmsignals.postgresql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerListTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "h1:6432,h2:6432,|h1:6432 h2:6432",
        "h|h:5432",
        " h:1 , h:1 ,g|h:1 g:5432",
        "fd00::1:5432|fd00::1:5432",
        "fd00::1:6432|fd00::1:6432",
        "[fd00::1]:6432|fd00::1:6432",
        "[fd00::1]|fd00::1:5432",
        "::1|::1:5432",
        "fd00:0:0:0:0:0:0:1|fd00:0:0:0:0:0:0:1:5432",
        "10.0.0.1:65535|10.0.0.1:65535",
        "pg-0.ns.svc.cluster.local:5432|pg-0.ns.svc.cluster.local:5432"
      })
  void readsServersInTheirOrder(String list, String expected) {
    assertEquals(
        expected,
        String.join(
            " ",
            ServerList.read(list).stream()
                .map(server -> server.host() + ":" + server.port())
                .toList()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "h:0",
        "h:65536",
        "h:99999999999",
        "h:",
        "h:x",
        ":5432",
        "''",
        ",,",
        "[::1",
        "::1]:5432",
        "[h]:5432",
        "[]:5432",
        "a b:5432",
        "/var/run:5432",
        "@x:5432",
        "h/d:1",
        "u:p@h:1",
        "fe80::1%eth0:5432",
        "h\u0000:1",
        "[::1]x:5432",
        "1:2:3"
      })
  void passesOverWhatIsNone(String list) {
    assertEquals(List.of(), ServerList.read(list));
  }
}
