package dev.charmsignals.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.charmsignals.secret.SecretRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RecordTypeTest {

  enum Mode {
    READ_ONLY,
    FULL
  }

  record Address(String host, int port) {}

  record Database(
      String name,
      int maxConnections,
      Optional<String> tlsCA,
      Mode mode,
      @Key("endpoints") List<Address> addresses,
      @Plain String role,
      SecretRef password) {}

  private static final SecretRef PASSWORD = new SecretRef("secret:9m4e2mr0ui3e8a215n4g");

  private static final Database DATABASE =
      new Database(
          "shop",
          20,
          Optional.empty(),
          Mode.READ_ONLY,
          List.of(new Address("10.0.0.1", 5432)),
          "primary",
          PASSWORD);

  private final RecordType<Database> type = RecordType.of(Database.class);

  @Test
  void namesKeysInKebabCaseUnlessToldOtherwise() {
    assertEquals(
        List.of("name", "max-connections", "tls-ca", "mode", "endpoints", "role", "password"),
        type.keys());
  }

  @Test
  void writesAndLoadsJsonValues() {
    Map<String, @Nullable Object> values = type.values(DATABASE);

    assertEquals("secret:9m4e2mr0ui3e8a215n4g", values.get("password"));
    assertEquals(
        new LoadResult.Loaded<>(DATABASE),
        type.load(
            Map.of(
                "name",
                "shop",
                "max-connections",
                20L,
                "mode",
                "read-only",
                "endpoints",
                List.of(Map.of("host", "10.0.0.1", "port", 5432L)),
                "role",
                "primary",
                "password",
                PASSWORD.uri(),
                "added-by-a-newer-peer",
                true)));
  }

  @Test
  void writesAndLoadsWhatADatabagHolds() {
    Map<String, Optional<String>> texts = type.texts(DATABASE);

    assertEquals(
        Map.of(
            "name",
            Optional.of("\"shop\""),
            "max-connections",
            Optional.of("20"),
            "tls-ca",
            Optional.empty(),
            "mode",
            Optional.of("\"READ_ONLY\""),
            "endpoints",
            Optional.of("[{\"host\":\"10.0.0.1\",\"port\":5432}]"),
            "role",
            Optional.of("primary"),
            "password",
            Optional.of("\"secret:9m4e2mr0ui3e8a215n4g\"")),
        texts);
    assertEquals(
        new LoadResult.Loaded<>(DATABASE),
        type.loadTexts(
            Map.of(
                "name",
                "\"shop\"",
                "max-connections",
                "20",
                "mode",
                "\"READ_ONLY\"",
                "endpoints",
                "[{\"host\":\"10.0.0.1\",\"port\":5432}]",
                "role",
                "primary",
                "password",
                "\"secret:9m4e2mr0ui3e8a215n4g\"")));
  }

  @Test
  void tellsEverythingThatIsWrongAtOnceAndQuotesNoValue() {
    LoadResult<Database> result =
        type.loadTexts(
            Map.of(
                "name",
                "hunter2",
                "max-connections",
                "\"hunter2\"",
                "mode",
                "\"hunter2\"",
                "endpoints",
                "[{\"host\":1}]",
                "password",
                "\"hunter2\""));

    assertEquals(
        List.of(
            "name is not JSON, in which a string has quotes",
            "max-connections is not a whole number from -2147483648 to 2147483647, but a string",
            "mode is not one of read-only, full",
            "endpoints host: is not a string",
            "password the constructor threw java.lang.IllegalArgumentException",
            "role is missing; it should be a string"),
        result.errors().stream().map(FieldError::toString).toList());
    assertEquals(Optional.empty(), result.value());
  }

  @Test
  void tellsABagWithoutAnyOfTheKeysFromABadOne() {
    assertEquals(
        new LoadResult.Absent<Database>(), type.loadTexts(Map.of("ingress-address", "10.0.0.1")));
  }

  @Test
  void foldsEveryOutcome() {
    List<LoadResult<Address>> results =
        List.of(
            new LoadResult.Loaded<>(new Address("h", 1)),
            new LoadResult.Invalid<>(List.of(new FieldError("host", "", "is missing"))),
            new LoadResult.Absent<>());

    assertEquals(
        List.of("h", "1 errors", "nothing yet"),
        results.stream()
            .map(
                result ->
                    result.<String>fold(
                        Address::host, errors -> errors.size() + " errors", () -> "nothing yet"))
            .toList());
    assertEquals("Loaded[Address]", results.get(0).toString());
  }

  @Nested
  class Defaults {

    record Settings(@Nullable String name, int port, Optional<String> motto) {

      Settings {
        if (name == null) {
          name = "anonymous";
        }
        if (port < 1) {
          throw new IllegalArgumentException("port must be at least 1, not " + port);
        }
      }
    }

    private final RecordType<Settings> settings = RecordType.of(Settings.class);

    @Test
    void areTheConstructorsForWhatIsMissing() {
      assertEquals(
          Optional.of(new Settings("anonymous", 1, Optional.empty())),
          settings.load(Map.of("port", 1L)).value());
    }

    @Test
    void areThoseOfAnotherRecordWhereOneIsGiven() {
      Settings defaults = new Settings("default", 80, Optional.of("hi"));

      assertEquals(
          Optional.of(new Settings("given", 80, Optional.of("hi"))),
          settings
              .load(Map.of("name", "given"), Optional.of(defaults), RecordType.Refusal.KIND)
              .value());
    }

    @Test
    void areNeededForAPrimitive() {
      assertEquals(
          List.of(
              new FieldError("port", "a whole number", "is missing; it should be a whole number")),
          settings.load(Map.of("name", "x")).errors().stream()
              .filter(error -> error.key().equals("port"))
              .toList());
    }

    @Test
    void canBeRefusedByTheConstructorWhoseMessageIsToldOnlyWhereNothingIsSecret() {
      Map<String, Object> values = Map.of("port", 0L, "name", "x");

      assertEquals(
          List.of(
              new FieldError(
                  "", "", "the constructor of Settings threw java.lang.IllegalArgumentException")),
          settings.load(values).errors());
      assertEquals(
          List.of(new FieldError("", "", "port must be at least 1, not 0")),
          settings.load(values, Optional.empty(), RecordType.Refusal.MESSAGE).errors());
    }

    @Test
    void areMissedBeforeTheConstructorTripsOverThem() {
      record Strict(String name, List<String> hosts) {
        Strict {
          hosts = List.copyOf(hosts);
        }
      }

      assertEquals(
          List.of(
              new FieldError("name", "a string", "is missing; it should be a string"),
              new FieldError("hosts", "a list", "is missing; it should be a list")),
          RecordType.of(Strict.class).load(Map.of()).errors());
    }
  }

  @Test
  void refusesTwoComponentsOfOneKey() {
    record Twice(int maxSize, @Key("max-size") int other) {}

    var refused = assertThrows(RecordTypeException.class, () -> RecordType.of(Twice.class));

    assertEquals("Twice.other", refused.component());
    assertEquals(
        "Component Twice.other has the key \"max-size\" of maxSize; give one of them a @Key of its"
            + " own",
        refused.getMessage());
  }

  @Test
  void refusesAPlainComponentThatIsNoString() {
    record Odd(@Plain int port) {}

    var refused = assertThrows(RecordTypeException.class, () -> RecordType.of(Odd.class));

    assertEquals(
        "Component Odd.port is marked @Plain, which only a string can be; take the mark away",
        refused.getMessage());
  }

  @Test
  void writesWordsAsJujuDoes() {
    assertEquals(
        List.of("max-connections", "tls-ca", "ca-file", "http2-port", "read-only", "x", "max-conn"),
        List.of(
            KebabCase.of("maxConnections"),
            KebabCase.of("tlsCA"),
            KebabCase.of("CAFile"),
            KebabCase.of("http2Port"),
            KebabCase.of("READ_ONLY"),
            KebabCase.of("x"),
            KebabCase.of("max_conn")));
  }
}
