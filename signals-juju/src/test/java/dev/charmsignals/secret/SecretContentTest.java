package dev.charmsignals.secret;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretContentTest {

  @Test
  void printsItsKeysAndNoValue() {
    SecretContent content = SecretContent.of("password", "hunter2").and("username", "admin");

    assertEquals("SecretContent[password, username]", content.toString());
    assertEquals(Optional.of("hunter2"), content.value("password"));
    assertEquals(Optional.empty(), content.value("token"));
    assertEquals(SecretContent.of(Map.of("password", "hunter2", "username", "admin")), content);
  }

  @Test
  void takesTheKeysThatJujuTakes() {
    for (String key : List.of("abc", "a1b", "a-b-c", "admin-password", "x-1-2")) {
      assertDoesNotThrow(() -> SecretContent.of(key, "v").requireStorable(), key);
    }
    for (String key :
        List.of("", "ab", "a-b", "-abc", "abc-", "a--bc", "Abc", "1bc", "a_bc", "äbc")) {
      var refused =
          assertThrows(
              SecretContentException.class, () -> SecretContent.of(key, "v").requireStorable());

      assertEquals(key, refused.key());
      assertTrue(refused.getMessage().contains("such as \"admin-password\""));
    }
  }

  @Test
  void takesAMillionBytesOfBase64AndNoMore() {
    String most = "x".repeat(749_997);
    SecretContent.of("large", most).requireStorable();
    SecretContent twice = SecretContent.of("large", most).and("more", "secret");

    var refused = assertThrows(SecretContentException.class, twice::requireStorable);

    assertEquals("more", refused.key());
    assertFalse(refused.getMessage().contains("=secret"));
  }

  @Test
  void refusesNothingAtAllAndHalfACharacter() {
    var empty =
        assertThrows(
            SecretContentException.class, () -> SecretContent.of(Map.of()).requireStorable());
    var half =
        assertThrows(
            SecretContentException.class,
            () -> SecretContent.of("key", "\ud83d").requireStorable());

    assertEquals("The content of a secret is empty; a secret says something", empty.getMessage());
    assertEquals("key", half.key());
  }

  @Test
  void hasTermsInJujusWords() {
    SecretTerms terms =
        SecretTerms.none()
            .label("admin")
            .rotate(SecretRotation.MONTHLY)
            .expireAt(Instant.parse("2030-01-31T12:00:00.5Z"));

    assertEquals(Optional.of("2030-01-31T12:00:00Z"), terms.expiry());
    assertEquals(Optional.of("90s"), terms.expireAfter(Duration.ofSeconds(90)).expiry());
    assertEquals(Optional.of("monthly"), terms.rotation().map(SecretRotation::word));
    assertEquals(Optional.empty(), terms.description());
    assertThrows(IllegalArgumentException.class, () -> terms.expireAfter(Duration.ZERO));
  }
}
