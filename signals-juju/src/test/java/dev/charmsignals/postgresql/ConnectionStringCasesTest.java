package dev.charmsignals.postgresql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The numbered cases of connection strings (docs/reference/connection-string-cases.md). "Original"
 * is the class of Python charms that they come from.
 */
class ConnectionStringCasesTest {

  private static final ConnectionString FIRST =
      ConnectionString.of(
          Map.of(
              "host", "1.2.3.4",
              "dbname", "mydb",
              "port", "5432",
              "user", "anon",
              "password", "sec'ret",
              "application_name", "myapp"));

  /** Checks both texts, and that reading them gives what was written. */
  private static void check(ConnectionString string, String conninfo, String uri) {
    assertEquals(conninfo, string.conninfo());
    assertEquals(uri, string.uri());
    assertEquals(string, ConnectionString.parse(conninfo));
    assertEquals(string, ConnectionString.parse(uri));
    assertEquals(string.values(), ConnectionString.parse(conninfo).values());
  }

  private static void check(String text, String conninfo, String uri) {
    check(ConnectionString.parse(text), conninfo, uri);
  }

  @Test
  void case1WritesPartsInBothForms() {
    check(
        FIRST,
        "application_name=myapp dbname=mydb host=1.2.3.4 password=sec\\'ret port=5432 user=anon",
        "postgresql://anon:sec%27ret@1.2.3.4:5432/mydb?application_name=myapp");
  }

  @Test
  void case2TakesAnotherDatabaseIntoAText() {
    check(
        ConnectionString.parse(FIRST.conninfo()).with("dbname", "otherdb"),
        "application_name=myapp dbname=otherdb host=1.2.3.4 password=sec\\'ret port=5432 user=anon",
        "postgresql://anon:sec%27ret@1.2.3.4:5432/otherdb?application_name=myapp");
  }

  @Test
  void case3PutsAnIpv6AddressInBrackets() {
    check(
        FIRST.with("host", "2001:db8::1234"),
        "application_name=myapp dbname=mydb host=2001:db8::1234 password=sec\\'ret port=5432"
            + " user=anon",
        "postgresql://anon:sec%27ret@[2001:db8::1234]:5432/mydb?application_name=myapp");
  }

  @Test
  void case4SortsTheKeywords() {
    check(
        "dbname=foo user=username host=prod1 connect_timeout=3",
        "connect_timeout=3 dbname=foo host=prod1 user=username",
        "postgresql://username@prod1/foo?connect_timeout=3");
  }

  @Test
  void case5KeepsWhatAServerPublished() {
    check(
        "dbname=hello-juju_hello-juju host=10.210.24.14 password=PASS port=5432"
            + " user=juju_hello-juju",
        "dbname=hello-juju_hello-juju host=10.210.24.14 password=PASS port=5432"
            + " user=juju_hello-juju",
        "postgresql://juju_hello-juju:PASS@10.210.24.14:5432/hello-juju_hello-juju");
  }

  /** The original lost a password without a user in the URI, here and in the two that follow. */
  @Test
  void case6QuotesABlank() {
    check(
        ConnectionString.of(Map.of("host", "h", "password", "a b")),
        "host=h password='a b'",
        "postgresql://h?password=a%20b");
  }

  @Test
  void case7EscapesABackslash() {
    check(
        ConnectionString.of(Map.of("host", "h", "password", "a\\b")),
        "host=h password=a\\\\b",
        "postgresql://h?password=a%5Cb");
  }

  @Test
  void case8EscapesAQuoteInsideOfQuotes() {
    check(
        ConnectionString.of(Map.of("host", "h", "password", "it's me")),
        "host=h password='it\\'s me'",
        "postgresql://h?password=it%27s%20me");
  }

  @Test
  void case9LeavesOutAnEmptyPassword() {
    check("host=h user=u password=''", "host=h user=u", "postgresql://u@h");
  }

  @Test
  void case10AllowsBlanksAroundTheEqualsSign() {
    check("host = h  port =5432 user= u", "host=h port=5432 user=u", "postgresql://u@h:5432");
  }

  /** The original took the first. */
  @Test
  void case11TakesTheLastOfAKeywordThatComesTwice() {
    check("host=a host=b", "host=b", "postgresql://b");
  }

  @Test
  void case12IsEmptyWithoutText() {
    check("", "", "postgresql://");
    check(ConnectionString.empty(), "", "postgresql://");
  }

  @Test
  void case13NeedsNoHost() {
    check("dbname=d user=u", "dbname=d user=u", "postgresql://u@/d");
  }

  @Test
  void case14EncodesTheDirectoryOfASocket() {
    check(
        "host=/var/run/postgresql dbname=d",
        "dbname=d host=/var/run/postgresql",
        "postgresql://%2Fvar%2Frun%2Fpostgresql/d");
  }

  /** The original put the address in the place of the host, which a certificate is checked for. */
  @Test
  void case15KeepsTheHostBesideItsAddress() {
    check(
        "host=db.example.com hostaddr=10.0.0.1 dbname=d",
        "dbname=d host=db.example.com hostaddr=10.0.0.1",
        "postgresql://db.example.com/d?hostaddr=10.0.0.1");
  }

  /** The original lost the address. */
  @Test
  void case16KeepsAnAddressWithoutAHost() {
    check(
        "hostaddr=10.0.0.1 dbname=d",
        "dbname=d hostaddr=10.0.0.1",
        "postgresql:///d?hostaddr=10.0.0.1");
  }

  @Test
  void case17EncodesAllThatIsNotUnreserved() {
    check(
        ConnectionString.of(
            Map.of(
                "host", "h",
                "user", "a@b",
                "password", "p/w:?#[]%&=+ ~-._é",
                "dbname", "my db",
                "options", "-c x=y")),
        "dbname='my db' host=h options='-c x=y' password='p/w:?#[]%&=+ ~-._é' user=a@b",
        "postgresql://a%40b:p%2Fw%3A%3F%23%5B%5D%25%26%3D%2B%20~-._%C3%A9@h/my%20db"
            + "?options=-c%20x%3Dy");
  }

  @Test
  void case18PutsOtherKeywordsInTheQuery() {
    check(
        "host=h sslmode=prefer connect_timeout=3 application_name=app"
            + " fallback_application_name=fb",
        "application_name=app connect_timeout=3 fallback_application_name=fb host=h"
            + " sslmode=prefer",
        "postgresql://h?application_name=app&connect_timeout=3&fallback_application_name=fb"
            + "&sslmode=prefer");
  }

  @Test
  void case19ShortensAnIpv6AddressInTheUri() {
    check(
        "host=2001:0DB8:0000:0000:0000:0000:0000:1234",
        "host=2001:0DB8:0000:0000:0000:0000:0000:1234",
        "postgresql://[2001:db8::1234]");
  }

  /** The original encoded the commas, and nobody could use that. */
  @Test
  void case20WritesEachHostWithItsPort() {
    check(
        "host=a,b port=5432,5433 dbname=d",
        "dbname=d host=a,b port=5432,5433",
        "postgresql://a:5432,b:5433/d");
  }

  /** The original made a blank of the newline, and cut the value at the tab. */
  @Test
  void case21QuotesALineBreakAndATab() {
    check(
        ConnectionString.of(Map.of("host", "h", "password", "a\nb")),
        "host=h password='a\nb'",
        "postgresql://h?password=a%0Ab");
    check(
        ConnectionString.of(Map.of("host", "h", "password", "a\tb")),
        "host=h password='a\tb'",
        "postgresql://h?password=a%09b");
  }

  /** The original took the quote for a part of the password. */
  @Test
  void case22RefusesAQuoteThatIsNotClosed() {
    ConnectionStringException failure =
        assertThrows(
            ConnectionStringException.class,
            () -> ConnectionString.parse("host=h password='abc user=u"));

    assertEquals("unterminated quoted string at character 16", failure.reason());
  }

  /** The original ended the value at the escaped quote. */
  @Test
  void case23ReadsAnEscapedQuote() {
    check(
        "host=h password='x\\' y'", "host=h password='x\\' y'", "postgresql://h?password=x%27%20y");
  }

  /** The original read nothing. */
  @Test
  void case24ReadsAUri() {
    check(
        "postgresql://u:p@h:5432/db",
        "dbname=db host=h password=p port=5432 user=u",
        "postgresql://u:p@h:5432/db");
  }

  @Test
  void case25ComparesByMeaning() {
    ConnectionString string = ConnectionString.parse("host=a dbname=d");

    assertEquals(string, ConnectionString.parse("dbname=d host=a"));
    assertEquals(string.hashCode(), ConnectionString.parse("dbname=d host=a").hashCode());
    assertTrue(string.compareTo(ConnectionString.parse("host=b")) < 0);
    assertNotEquals("dbname=d host=a", string);
    assertNotEquals(string, (Object) "dbname=d host=a");
  }

  /** The original failed on it. */
  @Test
  void case26LeavesOutAnEmptyHost() {
    check(ConnectionString.of(Map.of("host", "", "dbname", "d")), "dbname=d", "postgresql:///d");
  }

  /** Case 21 of the relation: the order of a text is no change of what it says. */
  @Test
  void relationCase21OrderIsNoChange() {
    assertEquals(
        ConnectionString.parse("host=m dbname=d"), ConnectionString.parse("dbname=d host=m"));
  }

  /** Case 40 of the relation: empty lines are no standbys. */
  @Test
  void relationCase40SplitsLines() {
    assertEquals(List.of("host=s1", "host=s2"), ConnectionString.split("host=s1\n\nhost=s2"));
    assertEquals(List.of(), ConnectionString.split("\n"));
  }
}
