package dev.charmsignals.postgresql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.json.MalformedException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionStringTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "host=h|host=h port=5432|the default port",
        "host=a,b|host=a,b port=5432|one port for all",
        "host=a,b port=1,2|postgresql://a:1,b:2|the form",
        "host=a,b port=5432,1|host=a,b port=,1|an empty port in a list",
        "host=a,b|postgresql://a%2Cb/|an encoded comma",
        "host=::1|host=0:0:0:0:0:0:0:1|an address",
        "hostaddr=FE80::1%eth0|hostaddr=fe80:0::1%eth0|an address with a zone",
        "user=u|user=u dbname=u|the default database",
        "host=h password=''|host=h|an empty value",
        "host=h sslmode=require|postgresql://h?ssl=true|what the driver for Java calls it",
        "dbname=d|postgres:///d|the short scheme",
      })
  void areEqualIfTheyMeanTheSame(String left, String right, String why) {
    ConnectionString one = ConnectionString.parse(left);
    ConnectionString other = ConnectionString.parse(right);

    assertEquals(one, other, why);
    assertEquals(one.hashCode(), other.hashCode(), why);
    assertEquals(0, one.compareTo(other), why);
  }

  @ParameterizedTest
  @CsvSource({
    "host=h,host=H",
    "host=h,hostaddr=h",
    "host=h port=5433,host=h",
    "user=u,dbname=u",
    "'host=\"a,b\"','host=\"b,a\"'",
    "password=a,password=b",
  })
  void differIfTheyMeanSomethingElse(String left, String right) {
    assertNotEquals(
        ConnectionString.parse(left.replace("\"", "'")),
        ConnectionString.parse(right.replace("\"", "'")));
  }

  static Stream<String> malformed() {
    return Stream.of(
        "sEcReT",
        "host=h sEcReT",
        "host=h password=two sEcReT user=u",
        "host=h password='sEcReT",
        "= sEcReT",
        "pass'word=sEcReT",
        "password=sEcReT port=0",
        "password=sEcReT port=65536",
        "password=sEcReT port=+1",
        "password=sEcReT port=99999999999999999999",
        "password=sEcReT host=a,b port=1,2,3",
        "password=sEcReT host=a,b hostaddr=10.0.0.1",
        "password=sEcReT\0",
        "password=sEcReT\ud800",
        "postgresql://u:sEcReT%@h",
        "postgresql://u:sEcReT%zz@h",
        "postgresql://u:sEcReT%00@h",
        "postgresql://u:sEcReT%ff@h",
        "postgresql://u:sEcReT/x@h",
        "postgresql://u:sEcReT@[::1",
        "postgresql://u:sEcReT@[]",
        "postgresql://u:sEcReT@[::1]x",
        "postgresql://u:sEcReT x@h",
        "postgresql://h:port/",
        "postgresql://h/?sEcReT",
        "postgresql://h/?a=b=sEcReT",
        "postgresql://h/?a%20b=sEcReT",
        "postgresql://h/?=sEcReT");
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void refusesWhatIsNoneWithoutTellingIt(String text) {
    assertThrows(MalformedException.class, () -> ConnectionString.read(text));

    ConnectionStringException failure =
        assertThrows(ConnectionStringException.class, () -> ConnectionString.parse(text));
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    assertFalse(trace.toString().contains("sEcReT"), trace.toString());
    assertTrue(failure.getMessage().contains(failure.reason()), failure.getMessage());
  }

  @Test
  void tellsAnAuthorWhatIsWrongAndWhatIsRight() {
    ConnectionStringException failure =
        assertThrows(
            ConnectionStringException.class, () -> ConnectionString.parse("host=h password=a b"));

    assertEquals(
        "Connection string is malformed: missing \"=\" after the word at character 18, or missing"
            + " quotes around it; a right one is host=db.example.com port=5432 dbname=app user=app"
            + " password='with \\'quotes\\' and blanks', or"
            + " postgresql://app:percent%2Dencoded@db.example.com:5432/app",
        failure.getMessage());
  }

  @Test
  void readsNothingThatIsTooLong() throws MalformedException {
    String longest = "password=" + "x".repeat(ConnectionString.MAX_LENGTH - 9);

    assertEquals(longest, ConnectionString.read(longest).conninfo());
    MalformedException failure =
        assertThrows(MalformedException.class, () -> ConnectionString.read(longest + "x"));
    assertEquals("longer than 16384 characters", failure.reason());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "host=h user=u password=sEcReT",
        "host=h password=aa sslpassword=sEcReT",
        "host=h scram_client_key=sEcReT",
        "host=h password=two sEcReT=words",
        "host=h options='-c app.key=sEcReT'",
        "postgresql://u:p@sEcReT@h/db",
        "postgresql://u:5432/@sEcReT@h/db",
        "host='h\nsEcReT' application_name='sEcReT\u001b'",
        "host=h sslkey=/sEcReT",
      })
  void showsNothingThatCouldBeSecretOrForgeALog(String text) {
    String shown = ConnectionString.parse(text).toString();

    assertFalse(shown.contains("sEcReT"), shown);
    assertTrue(shown.chars().allMatch(c -> c >= ' ' && c <= '~'), shown);
  }

  @Test
  void showsWhereItLeads() {
    assertEquals(
        "ConnectionString[dbname=d host=a,b password=*** port=1,2 user=u and 1 more]",
        ConnectionString.parse("host=a,b port=1,2 user=u password=p dbname=d options=o")
            .toString());
    assertEquals("ConnectionString[]", ConnectionString.empty().toString());
  }

  @Test
  void givesItsParts() {
    ConnectionString string =
        ConnectionString.parse("host=a,::1 port=,2 user=u password=p future=1");

    assertEquals(List.of(new Server("a", 5432), new Server("::1", 2)), string.servers());
    assertEquals(Optional.of("u"), string.user());
    assertEquals(Optional.of("p"), string.password());
    assertEquals(Optional.of("u"), string.database());
    assertEquals(Optional.of("1"), string.value("future"));
    assertEquals(Optional.empty(), string.value("sslmode"));
    assertEquals(
        Map.of("host", "a,::1", "port", ",2", "user", "u", "password", "p", "future", "1"),
        string.values());
    assertThrows(UnsupportedOperationException.class, () -> string.values().clear());
  }

  @Test
  void isReplacedPartByPart() {
    ConnectionString string = ConnectionString.parse("host=a hostaddr=10.0.0.1 user=u password=p");

    assertEquals("host=a hostaddr=10.0.0.1 user=u", string.with("password", "").conninfo());
    assertEquals(
        "host=/run/postgresql password=p port=5433 user=u",
        string.withServers(List.of(new Server("/run/postgresql", 5433))).conninfo());
    assertEquals(
        "host=b password=q user=u",
        string.with(Map.of("host", "b", "hostaddr", "", "password", "q")).conninfo());
    assertThrows(ConnectionStringException.class, () -> string.with("two words", "x"));
  }

  @Test
  void takesAListApart() {
    assertEquals(
        List.of("host=s1 port=1", "host=s2"), ConnectionString.split("host=s1 port=1,host=s2"));
    assertEquals(
        List.of("host=a,b port=1,2", "host=c "),
        ConnectionString.split("host=a,b port=1,2\r\n host=c \n"));
    assertEquals(
        List.of("dbname=d password='a\nb,dbname=' port=1", "dbname=d host=b"),
        ConnectionString.split("dbname=d password='a\nb,dbname=' port=1, dbname=d host=b"));
    assertEquals(
        List.of("postgresql://a,b/d's", "postgresql://c"),
        ConnectionString.split("postgresql://a,b/d's,postgresql://c"));
    assertEquals(
        List.of("dbname=d password=x,postgres://"),
        ConnectionString.split("dbname=d password=x,postgres://"));
    assertEquals(
        List.of("host=it's\\\\", "host=b"), ConnectionString.split("host=it's\\\\\nhost=b"));
    assertEquals(List.of(), ConnectionString.split(""));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 65_536})
  void serverHasAPortThatExists(int port) {
    assertThrows(IllegalArgumentException.class, () -> new Server("h", port));
  }

  @Test
  void serverIsOneHost() {
    assertEquals(
        "Host \"a,b\" of a server is not one host, such as \"10.0.0.1\"; a connection string takes a"
            + " list of servers",
        assertThrows(IllegalArgumentException.class, () -> new Server("a,b", 1)).getMessage());
    assertTrue(new Server("/run", 1).isSocket());
    assertTrue(new Server("@abstract", 1).isSocket());
    assertFalse(new Server("h", 1).isSocket());
    assertEquals("h:1", new Server("h", 1).toString());
    assertEquals("[::1]:1", new Server("[::1]", 1).toString());
  }
}
